/** Text as meant rather than as typed: white space, widths and synonyms taken out (文字规整). */

const NOISE = /_x000d_|[\s\u200b\ufeff]/gi;

/** A cell's text without white space, in half width and lower case: 「在 校 生（人）」 → `在校生(人)`. */
export function plain(text: string): string {
  // Most names and words are so already, and half of reading's time would go into finding that out.
  if (!/[^a-z\d一-鿿]/.test(text)) return text;
  return text.normalize("NFKC").replace(NOISE, "").toLowerCase();
}

/** The same for display: line breaks and literal `_x000D_` become nothing, the rest stays as written. */
export function tidy(text: string): string {
  return text.replace(/_x000d_|[\r\n\t]/gi, "").replace(/ {2,}/g, " ").trim();
}

/** Multiples of the base unit by written unit, per kind of quantity (计量单位). */
const UNITS: readonly (readonly [kind: UnitKind, base: string, factors: Readonly<Record<string, number>>])[] = [
  ["money", "元", { 元: 1, 千元: 1e3, 万元: 1e4, 万: 1e4, 百万元: 1e6, 亿元: 1e8 }],
  ["area", "㎡", { "㎡": 1, m2: 1, "m^2": 1, 平方米: 1, 平米: 1, 平方: 1, 亩: 2000 / 3, 公顷: 1e4, 万平方米: 1e4 }],
  ["people", "人", { 人: 1, 名: 1, 万人: 1e4, 位: 1 }],
  ["rooms", "间", { 间: 1, 口: 1, 座: 1 }],
  ["things", "个", { 个: 1, 所: 1, 班: 1, 台: 1, 册: 1, 套: 1, 件: 1, 张: 1, 岁: 1, 级: 1, 年: 1 }],
  ["percent", "%", { "%": 1, 百分比: 1, 百分点: 1 }],
];

/** What a unit measures. */
export type UnitKind = "money" | "area" | "people" | "rooms" | "things" | "percent";

export interface Unit {
  readonly written: string;
  readonly kind: UnitKind;
  /** Into the base unit of the kind (元, ㎡, 人, 间). */
  readonly factor: number;
}

const KNOWN = new Map<string, Unit>(
  UNITS.flatMap(([kind, , factors]) => Object.entries(factors).map(([written, factor]) => [written, { written, kind, factor }] as const)),
);

/** The unit a short text names (万元, ㎡, 元/生, 单位:间); `null` when it names none. */
export function unitOf(text: string): Unit | null {
  const bare = plain(text).replace(/^(计量)?单位:?/, "").replace(/\/(人|生|学生|百人|百名学生|生·年)$/, "");
  return KNOWN.get(bare) ?? null;
}

/** A heading's wording and the unit written in it: 「资产值（万元，账面原值）」 → `资产值(账面原值)`, 万元. */
export function splitUnit(heading: string): { readonly words: string; readonly unit: Unit | null } {
  let unit: Unit | null = null;
  const words = plain(heading).replace(/\(([^()]*)\)|\[([^[\]]*)\]/g, (whole, round: string | undefined, square: string | undefined) => {
    const parts = (round ?? square ?? "").split(/[,、;]/);
    const kept = parts.filter((part) => {
      const found = unitOf(part);
      unit ??= found;
      return !found;
    });
    return kept.length === parts.length ? whole : kept.length > 0 ? `(${kept.join(",")})` : "";
  });
  const tail = /(?:[:_/]|单位:?|(?<=面积|值))(万元|千元|元|㎡|m2|平方米|亩|间|人|名|%)$/.exec(words);
  if (unit === null && tail) return { words: words.slice(0, tail.index), unit: unitOf(tail[1] ?? "") };
  return { words, unit };
}

/** Units named in a unit line 「单位：人、㎡、万元」. */
export function unitsOfLine(text: string): readonly Unit[] {
  const match = /(?:计量)?单位:([^:]*)$/.exec(plain(text));
  if (!match) return [];
  return (match[1] ?? "").replace(/[()]/g, "").split(/[,、;/]/).map(unitOf).filter((unit) => unit !== null);
}
