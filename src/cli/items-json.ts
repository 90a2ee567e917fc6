import type { ItemFinding, ItemPart, ItemsJudgement, LocalFinding, LocalKind, Switches, SwitchRule, Verdict } from "../engine";

/** One item besides 资源配置 (指标项判定), as `judge` prints it. */
export interface ItemJson {
  readonly id: string;
  readonly part: ItemPart;
  readonly term: string;
  readonly verdict: Verdict;
  /** 指标值或简要结论, as the form words it. */
  readonly conclusion: string;
  readonly values: readonly { readonly label: string; readonly verdict: Verdict; readonly value: number | null; readonly unit: string; readonly line: number | null }[];
  /** What is missing and where to enter it. */
  readonly lacks: readonly { readonly text: string; readonly where: string; readonly cell: string | null }[];
  readonly schools: readonly { readonly name: string; readonly row: string; readonly verdict: Verdict; readonly value: number | null; readonly text: string; readonly cells: readonly string[]; readonly gap: number | null }[];
  readonly notes: readonly string[];
}

/** 县域结论 (R3). */
export interface ConclusionJson {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** One row of a local plan or of a bureau's own lines (地方目标); what is listed, 项目 and 任务, has no verdict. */
export interface LocalJson extends Pick<LocalFinding, "verdict" | "value" | "target" | "next" | "text" | "reference"> {
  readonly id: string;
  readonly kind: LocalKind;
  readonly term: string;
  readonly document: string;
  readonly section: string;
}

export interface SwitchJson {
  readonly id: string;
  readonly term: string;
}

export function itemJson({ item, verdict, conclusion, tests, lacks, schools, notes }: ItemFinding): ItemJson {
  return {
    id: item.id, part: item.part, term: item.term, verdict, conclusion,
    values: tests.map(({ label, verdict: own, value, unit, line }) => ({ label, verdict: own, value, unit, line })),
    lacks: lacks.map(({ text, where, cell }) => ({ text, where, cell })),
    schools: schools.map(({ school, verdict: own, value, text, cells, gap }) => ({ name: school.name, row: school.place, verdict: own, value, text, cells, gap })),
    notes,
  };
}

/** `null` until a county form was read: nothing then says 县域结论 (R3). */
export function conclusionJson({ hasForm, verdict, reasons }: ItemsJudgement): ConclusionJson | null {
  return hasForm ? { verdict, reasons: reasons.map(({ text }) => text) } : null;
}

export function localJson({ row, verdict, value, target, next, text, reference }: LocalFinding): LocalJson {
  return { id: row.id, kind: row.kind, term: row.term, verdict, value, target, next, text, reference, document: row.clause.document, section: row.clause.section };
}

/** The switches a result was reached with. */
export function switchesJson(switches: Switches, rules: readonly SwitchRule[]): SwitchJson[] {
  return rules.filter(({ id }) => switches[id] === true).map(({ id, term }) => ({ id, term }));
}
