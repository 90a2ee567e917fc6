import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildMetadata } from "../../src/functions/build-metadata.js";

const root = path.resolve(import.meta.dirname, "../..");
const readme = readFileSync(path.join(root, "README.md"), "utf8");

describe("README", () => {
  test("opens with a picture and the two lines that do all the set-up", () => {
    const start = readme.slice(0, 1500);
    expect(start).toMatch(/!\[[^\]]+\]\(docs\/images\/page\.png\)/);
    expect(start).toContain("npm ci && npm start");
    expect(start).toContain("npm ci && npm test");
  });

  test("shows only formulas that the functions' help shows, which are run there", async () => {
    const help = (await buildMetadata({ form: "full" }))["functions.json"];
    const { functions } = JSON.parse(help) as { functions: { description: string }[] };
    const run = functions.flatMap(({ description }) => description.match(/=YJJH\.[^。]+/g) ?? []);
    const shown = [...readme.matchAll(/`(=YJJH\.[^`]+)`/g)].map((match) => match[1]);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((formula) => !run.includes(formula ?? ""))).toEqual([]);
  });

  test.each(["README.md", "CONTRIBUTING.md", "docs/architecture.md"])("%s links to files that exist", (name) => {
    const text = readFileSync(path.join(root, name), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => path.resolve(root, path.dirname(name), match[1] ?? ""));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });

  test("names only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
    const texts = ["README.md", "CONTRIBUTING.md", ".ci/run"].map((name) => readFileSync(path.join(root, name), "utf8")).join("\n");
    const named = [...texts.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
