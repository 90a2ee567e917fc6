import type { Scope, SchoolType, SwitchRule, Switches, Verdict } from "./model";
import type { Indicator, Standard } from "./standard";

/** The words of verdicts (R1). */
export const VERDICT_TERMS: Readonly<Record<Verdict, string>> = {
  met: "达标",
  floor: "达到85%",
  unmet: "不达标",
  notApplicable: "不适用",
  undetermined: "数据不足",
};

/** The words of stages (学段). */
export const STAGE_TERMS: Readonly<Record<Exclude<Scope, "school">, string>> = { primary: "小学", junior: "初中", senior: "高中" };

/** The words of school types (办学类型). */
export const TYPE_TERMS: Readonly<Record<SchoolType, string>> = {
  primary: "小学",
  junior: "初级中学",
  nineYear: "九年一贯制学校",
  twelveYear: "十二年一贯制学校",
  complete: "完全中学",
  senior: "高级中学",
  teachingPoint: "教学点",
  special: "特殊教育学校",
  vocational: "职业学校",
  kindergarten: "幼儿园",
};

/** What stands beside results under switches (R5): 「按口径：…」, one text per switch that is on. */
export function switchTexts(switches: Switches, rules: readonly SwitchRule[]): string[] {
  // A switch without wording is told by its name: it must never work unseen.
  const on = (Object.keys(switches) as (keyof Switches)[]).filter((id) => switches[id]);
  return on.map((id) => `按口径：${rules.find((rule) => rule.id === id)?.term ?? id}`);
}

/** The same for some items, indicators or `variation`: only switches that touch one of them. */
export function switchTextsFor(switches: Switches, rules: readonly SwitchRule[], ...touched: readonly string[]): string[] {
  const others = new Set(rules.filter((rule) => !touched.some((id) => rule.touches.includes(id))).map((rule) => rule.id));
  return switchTexts(Object.fromEntries(Object.entries(switches).filter(([id]) => !others.has(id as keyof Switches))), rules);
}

/** Whether 举办者类型, as a code, in words or both (`5-地级教育部门`), is one of a list. */
export function isOwner(owner: string | null, list: readonly string[]): boolean {
  const text = (owner ?? "").normalize("NFKC").trim();
  const code = /^0*(\d+)/.exec(text)?.[1];
  return list.some((one) => one === code || (/\D/.test(one) && text.includes(one)));
}

function bare(text: string): string {
  return text.normalize("NFKC").replace(/[\s、,()]/g, "").toLowerCase();
}

/** Index of the indicator a person names by number (1 is the first), id, official name or short form; -1 when there is none. */
export function indicatorByName(standard: Standard, name: string | number): number {
  const text = bare(String(name));
  const place = Number(text);
  if (Number.isInteger(place) && place >= 1 && place <= standard.indicators.length) return place - 1;
  const names = (indicator: Indicator): string[] => [indicator.id, indicator.term, ...indicator.short].map(bare);
  return text === "" ? -1 : standard.indicators.findIndex((indicator) => names(indicator).includes(text));
}
