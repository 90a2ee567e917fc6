import { read, write } from "@e965/xlsx";
import { STAGES, VERDICTS, judge } from "../../src/engine";
import { readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD } from "../../src/standards";
import { SAMPLES } from "./samples";
import { toBlocks } from "./sheet";
import type { ExpectedRow } from "./expected";

function judged(blocks: ReturnType<typeof toBlocks>) {
  const reading = readWorkbook(blocks, {});
  const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
  const rows = judgement.table.schools.map((school, i) => ({
    name: school.name, stage: STAGES[judgement.table.stage[i] ?? 0], students: judgement.table.students[i] ?? NaN,
    values: judgement.values.map((column) => column[i] ?? NaN), verdict: VERDICTS[judgement.verdicts[i] ?? 4],
  }));
  return { reading, rows };
}

/** What is told of clean sheets too: a school of two stages in rows of one stage is always asked about (R12). */
const QUIET = new Set(["split-unknown"]);

const inOrder = (rows: readonly { readonly name: string; readonly stage: string | undefined }[]) => rows.map(({ name, stage }) => `${name} ${stage ?? ""}`).sort();

describe("a bureau's workbook is judged to its known answers", () => {
  test("there are at least twenty-five layouts", () => {
    expect(SAMPLES.length).toBeGreaterThanOrEqual(25);
    expect(new Set(SAMPLES.map(({ name }) => name)).size).toBe(SAMPLES.length);
  });

  test.each(SAMPLES.map((sample) => [sample.name, sample] as const))("%s", (_, sample) => {
    const bytes = write(sample.build(), { type: "buffer", bookType: "xlsx" }) as Uint8Array;
    const { reading, rows } = judged(toBlocks(read(bytes, { cellStyles: true, cellDates: false })));
    expect(inOrder(rows)).toEqual(inOrder(sample.rows));
    for (const expected of sample.rows) {
      const row = rows.find(({ name, stage }) => name === expected.name && stage === expected.stage);
      compare(row, expected);
    }
    const rules = reading.problems.map(({ rule }) => rule);
    for (const rule of sample.rules) expect(rules).toContain(rule);
    for (const rule of sample.quiet ?? []) expect(rules).not.toContain(rule);
    if (sample.rules.length === 0) expect(reading.problems.filter(({ rule }) => !QUIET.has(rule)).map(({ cell, text }) => `${cell} ${text}`)).toEqual([]);
    for (const problem of reading.problems) expect(problem.cell).toMatch(/^.+![A-Z]+\d+$/);
  });
});

function compare(row: ReturnType<typeof judged>["rows"][number] | undefined, expected: ExpectedRow): void {
  const where = `${expected.name} ${expected.stage}`;
  expect([where, row?.students]).toEqual([where, expected.students]);
  const shown = row?.values.map((value, k) => (Number.isNaN(value) ? null : Math.abs(value - (expected.values[k] ?? NaN)) < 1e-9 * Math.max(1, Math.abs(value)) ? expected.values[k] : value));
  expect([where, shown]).toEqual([where, expected.values]);
  expect([where, row?.verdict]).toEqual([where, expected.verdict]);
}
