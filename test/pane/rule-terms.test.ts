/** @jest-environment node */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ruleTerm } from "../../src/taskpane/data/rule-terms";

const READING = path.resolve(import.meta.dirname, "../../src/reading");

/** Lower-case words with hyphens are names of rules there, and of nothing else. */
function rules(): string[] {
  const files = readdirSync(READING, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const found = files.flatMap((name) => [...readFileSync(path.join(READING, name), "utf8").matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, rule = ""]) => rule));
  return [...new Set(found)].sort();
}

describe("the heading of a group of problems", () => {
  it.each(rules())("is a few words, not the first problem's whole text: %s", (rule) => {
    expect(ruleTerm(rule)).toBeDefined();
    expect(ruleTerm(rule)?.length ?? 99).toBeLessThanOrEqual(14);
  });

  it("is one for everything that a bureau's own standard got wrong", () => {
    expect(ruleTerm("own-unit")).toBe(ruleTerm("own-document"));
  });
});
