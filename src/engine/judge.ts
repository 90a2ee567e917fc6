import { STAGES, VERDICTS } from "./model";
import type { Judgement, JudgedColumns, School, Stage, StageColumns, StageSummary, SwitchRule, Switches, Verdict } from "./model";
import { judgeCounty, withholdVariation } from "./county";
import { NEAR, reaches, seen, withinLimit } from "./number";
import { schoolVerdicts } from "./school";
import { tabulate } from "./stages";
import type { Standard } from "./standard";
import { composite } from "./variation";

const MET = VERDICTS.indexOf("met");
const FLOOR = VERDICTS.indexOf("floor");
const UNMET = VERDICTS.indexOf("unmet");
const NONE = VERDICTS.indexOf("notApplicable");
const MISSING = VERDICTS.indexOf("undetermined");

/** Per stage code: what one indicator adds up to. */
interface Sums {
  readonly amount: Float64Array;
  readonly students: Float64Array;
  readonly squares: Float64Array;
  readonly counted: Uint32Array;
  readonly reached: Uint32Array;
}

interface Judged {
  readonly values: Float64Array;
  readonly codes: Uint8Array;
  readonly sums: Sums;
}

function emptySums(): Sums {
  const n = STAGES.length;
  return { amount: new Float64Array(n), students: new Float64Array(n), squares: new Float64Array(n), counted: new Uint32Array(n), reached: new Uint32Array(n) };
}

/** Values of one indicator: amount × per ÷ students, else the ratio found (R10). */
function fillValues(columns: StageColumns, held: Uint8Array | null, k: number, per: number): Float64Array {
  const { count, students } = columns;
  const amounts = columns.amounts[k] ?? new Float64Array(count).fill(Number.NaN);
  const ratios = columns.ratios[k] ?? null;
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const value = ((amounts[i] as number) * per) / (students[i] as number);
    values[i] = (students[i] as number) > 0 && value >= 0 ? value : Number.NaN;
  }
  if (ratios) for (let i = 0; i < count; i++) if (values[i] !== values[i]) values[i] = ratios[i] as number;
  if (held) for (let i = 0; i < count; i++) if (held[i] !== 0) values[i] = Number.NaN;
  return values;
}

/** Codes of one indicator against its line and floor (R1, R4). Only near a line is the exact comparison made. */
function fillCodes(values: Float64Array, stage: Uint8Array, lines: readonly number[], floors: readonly number[]): Uint8Array {
  const codes = new Uint8Array(values.length);
  const [line0 = 0, line1 = 0] = lines;
  const [floor0 = 0, floor1 = 0] = floors;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const line = stage[i] === 0 ? line0 : line1;
    const floor = stage[i] === 0 ? floor0 : floor1;
    if (value > line + NEAR) codes[i] = MET;
    else if (value !== value) codes[i] = MISSING;
    else if (value > line - NEAR && reaches(value, line)) codes[i] = MET;
    else if (value > floor - NEAR && reaches(value, floor)) codes[i] = FLOOR;
    else codes[i] = line === line ? UNMET : NONE;
  }
  return codes;
}

/** An amount that is certain although the rest is missing may prove the line reached, never more (R14). */
function raiseCertain(columns: StageColumns, held: Uint8Array | null, k: number, lines: readonly number[], codes: Uint8Array, compared: (amount: number, students: number) => number): void {
  const certain = columns.atLeast[k];
  if (!certain) return;
  for (let i = 0; i < columns.count; i++) {
    if (codes[i] !== MISSING || (held && held[i] !== 0)) continue;
    const students = columns.students[i] as number;
    const line = lines[columns.stage[i] as number] as number;
    if (students > 0 && reaches(compared(certain[i] as number, students), line)) codes[i] = MET;
  }
}

/** Sums over the rows that have both value and students, per stage; two passes, so that S does not lose digits. */
function addUp(columns: StageColumns, values: Float64Array, codes: Uint8Array): Sums {
  const sums = emptySums();
  const { stage, students } = columns;
  for (let i = 0; i < values.length; i++) {
    const s = stage[i] as number;
    if (codes[i] === MET) (sums.reached[s] as number)++;
    const amount = (values[i] as number) * (students[i] as number);
    if (amount !== amount) continue;
    (sums.amount[s] as number) += amount;
    (sums.students[s] as number) += students[i] as number;
    (sums.counted[s] as number)++;
  }
  const means = Array.from(sums.amount, (amount, s) => amount / (sums.students[s] as number));
  for (let i = 0; i < values.length; i++) {
    const s = stage[i] as number;
    const distance = (values[i] as number) - (means[s] as number);
    const square = distance * distance * (students[i] as number);
    if (square === square) (sums.squares[s] as number) += square;
  }
  return sums;
}

function summarise(stage: Stage, columns: StageColumns, verdicts: Uint8Array, judged: readonly Judged[], standard: Standard, switches: Switches): StageSummary {
  const s = STAGES.indexOf(stage);
  const tally = new Uint32Array(VERDICTS.length);
  let students = 0;
  for (let i = 0; i < columns.count; i++) {
    if (columns.stage[i] !== s) continue;
    (tally[verdicts[i] as number] as number)++;
    if ((columns.students[i] as number) > 0) students += columns.students[i] as number;
  }
  const rows = tally.reduce((sum, n) => sum + n, 0);
  const limit = standard.variationRule.limits[stage];
  const counted = judged.map(({ sums }) => sums.counted[s] as number);
  const means = judged.map(({ sums }, k) => (counted[k] ? (sums.amount[s] as number) / (sums.students[s] as number) : null));
  const deviations = judged.map(({ sums }, k) => (counted[k] ? Math.sqrt((sums.squares[s] as number) / (sums.students[s] as number)) : null));
  const provisional = means.map((mean, k) => (mean ? (deviations[k] as number) / mean : null));
  const variation = provisional.map((value, k) => (counted[k] === rows ? value : null));
  const mean = composite(variation);
  const { ofComposite, places } = standard.variationRule;
  const judgedBy = (value: number | null): Verdict => (value === null ? "undetermined" : withinLimit(seen(value, places, switches), limit) ? "met" : "unmet");
  return {
    stage, rows, students, counted, means, deviations, provisional, variation, limit,
    met: tally[MET] as number,
    unmet: tally[UNMET] as number,
    undetermined: tally[MISSING] as number,
    reached: judged.map(({ sums }) => sums.reached[s] as number),
    composite: mean,
    verdicts: variation.map((value) => (ofComposite && value !== null ? "notApplicable" : judgedBy(value))),
    ...(ofComposite && { compositeVerdict: judgedBy(mean) }),
  };
}

/**
 * Judges columns of school-stages (按列判定): values, verdict of each indicator (R1, R4), school rule (R2) and
 * 校际差异系数 of each stage (R9). `held[i]` other than 0 leaves row `i` undetermined.
 */
export function judgeColumns(columns: StageColumns, held: Uint8Array | null, standard: Standard, switches: Switches = {}): JudgedColumns {
  const judged = standard.indicators.map((indicator, k): Judged => {
    const lines = STAGES.map((stage) => indicator.lines[stage]);
    const floors = lines.map((line) => line * standard.schoolRule.floor);
    const { places, formula: { per } } = indicator;
    const values = fillValues(columns, held, k, per);
    const codes = fillCodes(switches.compareRounded ? values.map((value) => seen(value, places, switches)) : values, columns.stage, lines, floors);
    raiseCertain(columns, held, k, lines, codes, (amount, students) => seen((amount * per) / students, places, switches));
    return { values, codes, sums: addUp(columns, values, codes) };
  });
  const codes = judged.map((one) => one.codes);
  const verdicts = schoolVerdicts(codes, columns.count, standard);
  const summary = (stage: Stage): StageSummary => summarise(stage, columns, verdicts, judged, standard, switches);
  return { values: judged.map((one) => one.values), codes, verdicts, stages: { primary: summary("primary"), junior: summary("junior") } };
}

/**
 * Judges a county's schools (资源配置判定): seven indicators, school rule, 差异系数 and the county's conclusion (R3).
 * `rules` word the switches beside what they touch (R5).
 */
export function judge(schools: readonly School[], standard: Standard, switches: Switches = {}, rules: readonly SwitchRule[] = []): Judgement {
  const table = tabulate(schools, standard, switches);
  const judged = judgeColumns(table, table.held, standard, switches);
  const stages = table.unsettled.length === 0 ? judged.stages : withholdVariation(judged.stages);
  return { ...judged, stages, table, switches, switchRules: rules, county: judgeCounty(table, { ...judged, stages }, standard, switches) };
}
