import { explain, judge, judgeColumns, type School, type StageColumns, type Standard } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { figure, growth, medians, type Figure } from "./measure";

/** A repeatable stream of numbers in [0, 1). */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** School-stage rows whose figures lie around the lines, one in two hundred missing. */
export function randomColumns(count: number, standard: Standard, seed = 1): StageColumns {
  const next = stream(seed);
  const stage = Uint8Array.from({ length: count }, () => (next() < 0.3 ? 1 : 0));
  const students = Float64Array.from({ length: count }, () => 50 + Math.floor(next() * 1950));
  const amounts = standard.indicators.map((indicator) =>
    Float64Array.from({ length: count }, (_, row) => {
      const line = stage[row] === 1 ? indicator.lines.junior : indicator.lines.primary;
      const amount = ((line * (0.8 + next())) * (students[row] ?? 0)) / indicator.formula.per;
      return next() < 0.005 ? NaN : amount;
    }));
  return { count, stage, students, amounts, atLeast: amounts.map(() => null), ratios: amounts.map(() => null) };
}

/** The peer: the same ratios, verdicts and 差异系数 in one hand-written loop over typed arrays, nothing else. */
function bareLoop(columns: StageColumns, standard: Standard): number {
  const { count, stage, students, amounts } = columns;
  const indicators = standard.indicators.length;
  const failures = new Uint8Array(count);
  const floors = new Uint8Array(count);
  const missing = new Uint8Array(count);
  let check = 0;
  for (let k = 0; k < indicators; k++) {
    const amount = amounts[k] ?? new Float64Array(0);
    const per = standard.indicators[k]?.formula.per ?? 1;
    const lines = [standard.indicators[k]?.lines.primary ?? 0, standard.indicators[k]?.lines.junior ?? 0];
    const values = new Float64Array(count);
    const codes = new Uint8Array(count);
    const total = [0, 0];
    const pupils = [0, 0];
    for (let i = 0; i < count; i++) {
      const s = stage[i] ?? 0;
      const value = ((amount[i] ?? NaN) * per) / (students[i] ?? NaN);
      values[i] = value;
      const line = lines[s] ?? 0;
      if (Number.isNaN(value)) { codes[i] = 4; missing[i] = (missing[i] ?? 0) + 1; continue; }
      if (value >= line) codes[i] = 0;
      else if (value >= line * standard.schoolRule.floor) { codes[i] = 1; floors[i] = (floors[i] ?? 0) + 1; }
      else { codes[i] = 2; failures[i] = (failures[i] ?? 0) + 1; }
      total[s] = (total[s] ?? 0) + (amount[i] ?? 0);
      pupils[s] = (pupils[s] ?? 0) + (students[i] ?? 0);
    }
    const means = [0, 1].map((s) => ((total[s] ?? 0) * per) / (pupils[s] ?? 1));
    const squares = [0, 0];
    for (let i = 0; i < count; i++) {
      if (codes[i] === 4) continue;
      const s = stage[i] ?? 0;
      squares[s] = (squares[s] ?? 0) + (students[i] ?? 0) * ((values[i] ?? 0) - (means[s] ?? 0)) ** 2;
    }
    check += Math.sqrt((squares[0] ?? 0) / (pupils[0] ?? 1)) / (means[0] ?? 1);
  }
  for (let i = 0; i < count; i++) if (failures[i] || (floors[i] ?? 0) > 1) check++;
  return check;
}

/** 300 schools as reading gives them, with totals of every indicator. */
function randomSchools(count: number, standard: Standard): School[] {
  const columns = randomColumns(count, standard, 7);
  return Array.from({ length: count }, (_, i): School => {
    const figure = (value: number | undefined, column: string) => ({ school: value === undefined || Number.isNaN(value) ? { value: null, cell: `表!${column}${i + 2}`, why: "空白" } : { value, cell: `表!${column}${i + 2}` } });
    const stage = columns.stage[i] === 1 ? ("junior" as const) : ("primary" as const);
    const facts = ["teachersAboveRequired", "backboneTeachers", "sportArtTeachers", "teachingAreaNet", "sportArea", "equipmentValue", "multimediaRooms"];
    return {
      name: `第${i + 1}学校`, code: null, type: stage, owner: null, town: null, place: `表!${i + 2}`, stages: [stage], ownStageOnly: true, pending: null, hasKindergarten: false,
      figures: { students: figure(columns.students[i], "B"), ...Object.fromEntries(facts.map((fact, k) => [fact, figure(columns.amounts[k]?.[i], "CDEFGHI"[k] ?? "Z")])) },
    };
  });
}

export async function judgingFigures(): Promise<Figure[]> {
  const standard = DEFAULT_STANDARD;
  const sizes = [1_000, 10_000, 50_000, 200_000];
  const points: [number, number][] = [];
  let ratio = 0;
  for (const size of sizes) {
    const columns = randomColumns(size, standard);
    const times = await medians({ bare: () => bareLoop(columns, standard), judged: () => judgeColumns(columns, null, standard) });
    points.push([size, times.judged]);
    if (size === 200_000) ratio = times.judged / times.bare;
  }
  const schools = randomSchools(300, standard);
  const times = await medians({
    judged: () => judge(schools, standard, {}),
    explained: () => {
      const judgement = judge(schools, standard, {});
      for (let row = 0; row < judgement.table.count; row++) standard.indicators.forEach((_, k) => explain(judgement, row, k, standard));
    },
  });
  return [
    figure("判定 200,000 个学段 ÷ 裸循环", ratio, "倍", 8),
    figure("判定时间随行数增长（对数斜率，1,000 行起）", growth(points), "", 1.1),
    figure("判定 300 所学校并解释全部 2,100 项 ÷ 只判定", times.explained / times.judged, "倍"),
  ];
}
