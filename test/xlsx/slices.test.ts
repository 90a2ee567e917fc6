import { write, utils } from "@e965/xlsx";
import { openFile } from "../../src/xlsx";

/** A file of `count` rows of texts, all of them shared. */
function fileOf(count: number): Uint8Array {
  const book = utils.book_new();
  for (const name of ["甲", "乙"]) utils.book_append_sheet(book, utils.aoa_to_sheet(Array.from({ length: count }, (_, i) => [`${name}${String(i)}号学校`, i, `说明${"很长".repeat(20)}${String(i)}`])), name);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", bookSST: true, compression: true }) as ArrayBuffer);
}

/** A clock on which every step takes long, so that every stop becomes a breath. */
function slow() {
  const heard: number[] = [];
  const seen = { breaths: 0, heard };
  let time = 0;
  return { seen, pace: { now: () => (time += 100), breathe: () => Promise.resolve(void seen.breaths++), onProgress: (part: number) => void heard.push(part) } };
}

test("a large file is opened in many steps, and what is read is what is read at once", async () => {
  const bytes = fileOf(3000);
  const { seen, pace } = slow();
  const opened = await openFile(bytes, "大.xlsx", undefined, pace);
  expect(seen.breaths).toBeGreaterThan(40);
  expect(opened.model).toEqual((await openFile(bytes, "大.xlsx")).model);
  expect(opened.model.sheets[1]?.cells[2999]?.[0]?.value).toBe("乙2999号学校");
});

test("how far it is goes up from 0 and never past 1", async () => {
  const { seen, pace } = slow();
  await openFile(fileOf(1000), "大.xlsx", undefined, pace);
  expect(seen.heard[0]).toBeLessThan(0.1);
  expect(seen.heard.at(-1)).toBeGreaterThan(0.8);
  expect(seen.heard.at(-1)).toBeLessThan(1);
  expect([...seen.heard].sort((a, b) => a - b)).toEqual(seen.heard);
});

test.each([[0], [1], [2], [700]])("every shared text is read, however many there are: %i rows", async (count) => {
  const { model } = await openFile(fileOf(count), "表.xlsx");
  const texts = Object.values(model.sheets[0]?.cells ?? {}).map((row) => row[0]?.value);
  expect(texts).toEqual(Array.from({ length: count }, (_, i) => `甲${String(i)}号学校`));
});
