import { builtInFormat, readLooks, type Looks } from "./read-styles";
import { DEFAULT_STYLE, EDGES, type CellStyle, type ConditionalStyle } from "./model";
import { child, children, encodeXml, parseXml, retag, splice, type Splice, type XmlElement } from "./xml";
import { tag } from "./package";

const LISTS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"] as const;
type List = (typeof LISTS)[number];
const FONT = ["fontName", "fontSize", "bold", "italic", "underline", "strike", "colour"] as const;
const ALIGNMENT = ["horizontal", "vertical", "wrap", "indent", "rotation"] as const;

/** Adds looks to a styles part: what is there keeps its number, new entries go to the ends of the lists. */
export class StyleWriter {
  private readonly root: XmlElement;
  private readonly looks: Looks;
  private readonly keys: string[];
  private readonly added: Record<List, string[]> = { numFmts: [], fonts: [], fills: [], borders: [], cellStyleXfs: [], cellXfs: [], cellStyles: [], dxfs: [] };
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<string, number>();

  constructor(private readonly source: string, themeXml: string | null) {
    this.root = parseXml(source, "styles.xml");
    this.looks = readLooks(source, themeXml);
    this.keys = this.looks.styles.map(styleKey);
    for (const one of children(child(this.root, "numFmts"), "numFmt")) this.formats.set(one.attributes.formatCode ?? "", Number(one.attributes.numFmtId));
  }

  /** The number of a look: `base` when it looks so already, another that does, or a new one that is `base` with what differs. */
  cellStyle(style: CellStyle, base: number): number {
    const key = styleKey(style);
    if (this.keys[base] === key) return base;
    const same = this.keys.indexOf(key);
    if (same >= 0) return same;
    const memo = `${String(base)} ${key}`;
    const known = this.known.get(memo);
    if (known !== undefined) return known;
    const number = this.add("cellXfs", this.newXf(style, base));
    this.known.set(memo, number);
    return number;
  }

  conditionalStyle(style: ConditionalStyle): number {
    const switched = (name: string, value: boolean | null) => (value === null ? "" : `<${this.tag(name)}${value ? "" : ' val="0"'}/>`);
    const colour = style.colour === null ? "" : this.colour("color", style.colour);
    const font = switched("b", style.bold) + switched("i", style.italic) + colour;
    const fill = style.fill === null ? "" : this.element("fill", this.element("patternFill", this.colour("bgColor", style.fill)));
    const format = style.numberFormat === null ? "" : `<${this.tag("numFmt")} numFmtId="${String(this.format(style.numberFormat))}" formatCode="${encodeXml(style.numberFormat)}"/>`;
    const written = this.element("dxf", (font === "" ? "" : this.element("font", font)) + format + fill);
    const at = this.added.dxfs.indexOf(written);
    return at >= 0 ? this.count("dxfs") + at : this.add("dxfs", written);
  }

  /** The part with the additions. */
  text(): string {
    const splices: Splice[] = [];
    let after: number = this.root.innerStart;
    for (const name of LISTS) {
      const list = child(this.root, name);
      const added = this.added[name];
      if (list) after = list.end;
      if (added.length === 0) continue;
      const count = String(this.count(name) + added.length);
      if (!list) splices.push({ start: after, end: after, text: `<${this.tag(name)} count="${count}">${added.join("")}</${this.tag(name)}>` });
      else if (list.innerEnd === list.end) splices.push({ start: list.start, end: list.end, text: `<${this.tag(name)} count="${count}">${added.join("")}</${this.tag(name)}>` });
      else splices.push(retag(this.source, list, { count }), { start: list.innerEnd, end: list.innerEnd, text: added.join("") });
    }
    return splice(this.source, splices);
  }

  private count(list: List): number {
    return child(this.root, list)?.children.length ?? 0;
  }

  private add(list: List, text: string): number {
    return this.count(list) + this.added[list].push(text) - 1;
  }

  private tag(name: string): string {
    return tag(this.root.prefix, name);
  }

  private element(name: string, inner: string, attributes = ""): string {
    return `<${this.tag(name)}${attributes}>${inner}</${this.tag(name)}>`;
  }

  private colour(name: string, colour: string): string {
    return `<${this.tag(name)} rgb="FF${colour.slice(1).toUpperCase()}"/>`;
  }

  private format(code: string): number {
    const known = builtInFormat(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(163, ...this.formats.values()) + 1;
    this.formats.set(code, id);
    this.add("numFmts", `<${this.tag("numFmt")} numFmtId="${String(id)}" formatCode="${encodeXml(code)}"/>`);
    return id;
  }

  private newXf(style: CellStyle, base: number): string {
    const old = this.looks.styles[base] ?? DEFAULT_STYLE;
    const xf = children(child(this.root, "cellXfs"), "xf")[base];
    const attributes: Record<string, string> = { numFmtId: "0", fontId: "0", fillId: "0", borderId: "0", xfId: "0", ...xf?.attributes };
    const differs = (names: readonly (keyof CellStyle)[]) => names.some((name) => JSON.stringify(style[name]) !== JSON.stringify(old[name]));
    const set = (name: string, apply: string, id: number) => Object.assign(attributes, { [name]: String(id), [apply]: "1" });
    if (differs(FONT)) set("fontId", "applyFont", this.add("fonts", this.font(style)));
    if (differs(["fill"])) set("fillId", "applyFill", style.fill === null ? 0 : this.add("fills", this.element("fill", this.element("patternFill", this.colour("fgColor", style.fill), ' patternType="solid"'))));
    if (differs(["borders"])) set("borderId", "applyBorder", this.add("borders", this.border(style)));
    if (differs(["numberFormat"])) set("numFmtId", "applyNumberFormat", this.format(style.numberFormat));
    const inner = this.inner(style, xf, differs(ALIGNMENT), differs(["locked"]), attributes);
    return this.element("xf", inner, Object.entries(attributes).map(([name, value]) => ` ${name}="${encodeXml(value)}"`).join(""));
  }

  private inner(style: CellStyle, xf: XmlElement | undefined, align: boolean, lock: boolean, attributes: Record<string, string>): string {
    const kept = (name: string) => {
      const element = child(xf, name);
      return element ? this.source.slice(element.start, element.end) : "";
    };
    if (align) attributes.applyAlignment = "1";
    if (lock) attributes.applyProtection = "1";
    const turn = style.rotation < 0 ? 90 - style.rotation : style.rotation;
    const alignment = `<${this.tag("alignment")}${style.horizontal === "general" ? "" : ` horizontal="${style.horizontal}"`} vertical="${style.vertical}"${turn === 0 ? "" : ` textRotation="${String(turn)}"`}${style.wrap ? ' wrapText="1"' : ""}${style.indent === 0 ? "" : ` indent="${String(style.indent)}"`}/>`;
    return (align ? alignment : kept("alignment")) + (lock ? `<${this.tag("protection")} locked="${style.locked ? "1" : "0"}"/>` : kept("protection"));
  }

  private font(style: CellStyle): string {
    const on = (name: string, value: boolean) => (value ? `<${this.tag(name)}/>` : "");
    return this.element("font", on("b", style.bold) + on("i", style.italic) + on("strike", style.strike) + on("u", style.underline) +
      `<${this.tag("sz")} val="${String(style.fontSize)}"/>` + (style.colour === null ? "" : this.colour("color", style.colour)) + `<${this.tag("name")} val="${encodeXml(style.fontName)}"/>`);
  }

  private border(style: CellStyle): string {
    return this.element("border", EDGES.map((edge) => {
      const one = style.borders[edge];
      if (one === null) return `<${this.tag(edge)}/>`;
      return this.element(edge, one.colour === null ? `<${this.tag("color")} auto="1"/>` : this.colour("color", one.colour), ` style="${one.style}"`);
    }).join("") + `<${this.tag("diagonal")}/>`);
  }
}

/** Two looks with one key look alike. */
export function styleKey(style: CellStyle): string {
  const edges = EDGES.map((edge) => style.borders[edge]).map((one) => (one === null ? "-" : `${one.style}${one.colour ?? ""}`));
  return ([...FONT, "fill", ...ALIGNMENT, "numberFormat", "locked"] as const).map((name) => String(style[name])).concat(edges).join("|");
}
