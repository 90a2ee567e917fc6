import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

const ENGINE = new URL("../../src/engine/", import.meta.url);
const STANDARDS = new URL("../../src/standards/", import.meta.url);

/** Numbers that mean nothing in law: counting, halving, per cent, and the places numbers are compared and written with. */
const ORDINARY = new Set([0, 1, 2, 100]);
const ORDINARY_IN: Readonly<Record<string, readonly number[]>> = { "number.ts": [6, 9, 10], "stages.ts": [10], "excel.ts": [9, 10], "local/parse-local.ts": [2000] };
/** Keys whose numbers are no law: counting, printing, filling in. */
const NO_LAW = new Set(["number", "places", "example", "sign", "test"]);

function numbersIn(json: unknown): number[] {
  if (typeof json === "number") return [json];
  return typeof json === "object" && json !== null ? Object.entries(json).flatMap(([key, value]) => (NO_LAW.has(key) ? [] : numbersIn(value))) : [];
}

function literals(file: URL): { value: number; line: number }[] {
  const source = ts.createSourceFile(file.pathname, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: { value: number; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) found.push({ value: Number(node.text), line: source.getLineAndCharacterOfPosition(node.pos).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(ENGINE, { recursive: true }).map((name) => String(name).replaceAll("\\", "/")).filter((name) => name.endsWith(".ts"));
const legal = new Set(
  readdirSync(STANDARDS)
    .filter((name) => name.endsWith(".json") && name !== "facts.json")
    .flatMap((name) => numbersIn(JSON.parse(readFileSync(new URL(name, STANDARDS), "utf8"))))
    .filter((number) => !ORDINARY.has(number)),
);

test("the standards hold the numbers this test looks for", () => {
  for (const number of [4.2, 5.3, 0.85, 0.45, 1.1, 1.32, 50, 6, 12, 96, 2500, 0.15, 2016]) expect(legal.has(number)).toBe(true);
});

test.each(files)("engine/%s holds no legal number: thresholds, weights and limits live in the standard", (name) => {
  const bad = literals(new URL(name, ENGINE)).filter(({ value }) => legal.has(value) && !ORDINARY_IN[name]?.includes(value));
  expect(bad).toEqual([]);
});

test.each(files)("engine/%s knows nothing outside the engine: no clock, no chance, no window", (name) => {
  const text = readFileSync(new URL(name, ENGINE), "utf8");
  const imports = Array.from(text.matchAll(/from "([^"]+)"/g), (match) => match[1]);
  const outside = imports.filter((from) => !/^\.{1,2}\/[a-z/-]+$/.test(from ?? "") || !new URL(`${from}.ts`, new URL(name, ENGINE)).pathname.startsWith(ENGINE.pathname));
  expect(outside).toEqual([]);
  expect(text).not.toMatch(/\bDate\b|Math\.random|\bIntl\b|\bwindow\b|\bglobalThis\b/);
});
