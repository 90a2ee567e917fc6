import { contributions, printed, STAGE_TERMS, STAGES, type ItemFinding, type School, type SchoolItemFinding, type Stage } from "../../../engine";
import { clean } from "../figures";
import { rowsOfStage, schoolKeysOf } from "../frame";
import type { ReportContext } from "../report";
import { COUNTY, roundUp, WHOLE, type Gap } from "./gap";

/** A gap of an item, with the rows of the sheet it speaks of. */
export interface ItemGap {
  readonly gap: Gap;
  readonly source: readonly School[];
}

/** Schools that fail an item judged school by school: rooms, size of school and classes, funds. */
export function itemGaps(context: ReportContext): ItemGap[] {
  const keys = schoolKeysOf(context);
  return context.items.findings.flatMap((finding) =>
    finding.schools.filter((one) => one.verdict === "unmet").map((one) => ({ gap: schoolItemGap(finding, one, keys.get(one.rows[0] ?? one.school) ?? one.school.name), source: one.rows })));
}

function schoolItemGap({ item }: ItemFinding, one: SchoolItemFinding, schoolKey: string): Gap {
  const isMoney = one.gapUnit === "元";
  const amount = one.gap === null ? null : isMoney ? roundUp(one.gap / 10_000) : Math.ceil(clean(one.gap));
  return {
    key: [schoolKey, WHOLE, item.id].join("|"),
    school: one.school.name,
    schoolKey,
    stage: WHOLE,
    rows: [],
    measure: item.id,
    subject: `${item.id} ${item.short}`,
    students: null,
    now: one.text,
    want: clauseText(item.clause),
    unit: isMoney ? "万元" : one.gapUnit,
    toLine: amount,
    toFloor: null,
    least: amount,
    ...(one.roomGaps && { rooms: one.roomGaps }),
    note: "",
    fails: true,
  };
}

/** Which clause asks for it: its words, on every school's line anew, would be a wall of text. */
function clauseText({ section }: ItemFinding["item"]["clause"]): string {
  return `见标准“${section}”`;
}

/** What the county as a whole fails: 差异系数 over their limits, items without a failing school of their own. */
export function countyGaps(context: ReportContext): Gap[] {
  const items = context.items.findings.filter((one) => one.verdict === "unmet" && !one.schools.some((school) => school.verdict === "unmet") && !repeats(one));
  return [
    ...STAGES.flatMap((stage) => variationGaps(context, stage)),
    ...items.map(({ item, conclusion }) => countyGap(item.id, item.id, "", `${item.id} ${item.short}`, conclusion, clauseText(item.clause), "")),
  ];
}

/** An item that asks for the same 差异系数 again. */
function repeats({ item }: ItemFinding): boolean {
  return item.tests.every((test) => test.kind === "variation");
}

function variationGaps(context: ReportContext, stage: Stage): Gap[] {
  const { judgement, standard } = context;
  const summary = judgement.stages[stage];
  return standard.indicators.flatMap((indicator, k) => {
    const value = summary.variation[k] ?? null;
    if (value === null || summary.verdicts[k] !== "unmet") return [];
    const subject = `${STAGE_TERMS[stage]}${indicator.short[0] ?? indicator.term}校际差异系数`;
    const below = furthestBelow(context, stage, k);
    return [countyGap("variation", `variation:${indicator.id}`, STAGE_TERMS[stage], subject, printed(value, standard.variationRule.places), summary.limit, below)];
  });
}

function countyGap(measure: string, id: string, stage: string, subject: string, now: string | number, want: string | number, note: string): Gap {
  return {
    key: [COUNTY, stage, id].join("|"), school: COUNTY, schoolKey: "", stage, rows: [], measure, subject, students: null, now, want,
    unit: "", toLine: null, toFloor: null, least: null, note, fails: true,
  };
}

const NAMED = 3;

/** 低于全县平均而影响大的学校: the schools to help first. */
function furthestBelow({ judgement }: ReportContext, stage: Stage, k: number): string {
  const { students, schools } = judgement.table;
  const values = judgement.values[k];
  const mean = judgement.stages[stage].means[k] ?? Number.NaN;
  const rows = rowsOfStage(judgement, STAGES.indexOf(stage)).filter((row) => !Number.isNaN(values?.[row] ?? Number.NaN) && (students[row] ?? 0) > 0);
  const shares = contributions(rows.map((row) => values?.[row] ?? 0), rows.map((row) => students[row] ?? 0)) ?? [];
  const names = rows
    .map((row, i) => ({ name: schools[row]?.name ?? "", share: shares[i] ?? 0, isBelow: (values?.[row] ?? 0) < mean }))
    .filter((one) => one.isBelow)
    .sort((a, b) => b.share - a.share)
    .slice(0, NAMED)
    .map(({ name }) => name);
  return names.length === 0 ? "" : `低于全县平均、影响最大：${names.join("、")}`;
}
