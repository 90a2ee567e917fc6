import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";

/** Who may know whom: each room of `src/` with the rooms it may import besides itself. */
const ROOMS: Record<string, readonly string[]> = {
  grid: [],
  engine: [],
  standards: ["engine"],
  reading: ["grid", "engine", "standards"],
  functions: ["grid", "engine", "standards", "reading"],
  workbook: ["grid", "engine", "standards", "reading"],
  xlsx: ["grid", "engine", "workbook"],
  host: ["grid", "workbook"],
  word: ["grid", "engine", "workbook"],
  taskpane: ["grid", "engine", "standards", "reading", "workbook", "host", "word"],
  addin: ["functions", "host", "taskpane"],
  workbench: ["grid", "standards", "functions", "host", "taskpane", "xlsx", "workbook"],
  cli: ["grid", "engine", "standards", "reading", "xlsx"],
};

/** Packages a room may use; rooms not named here use none. */
const PACKAGES: Record<string, RegExp> = {
  xlsx: /^(@e965\/xlsx|fflate|@noble\/)/,
  host: /^@univerjs\//,
  word: /^docx$/,
  taskpane: /^(react|react-dom|@fluentui\/)/,
  workbench: /^(react|react-dom|@fluentui\/|@univerjs\/)/,
  cli: /^(fs|path|util)\b/,
  // build-metadata.js runs in the build only.
  functions: /^(fs|url|custom-functions-metadata)$/,
};

const root = path.resolve(import.meta.dirname, "../..");
const room = (file: string): string => /^src\/([^/]+)/.exec(file)?.[1] ?? "";

async function modules(): Promise<ICruiseResult["modules"]> {
  const result = await cruise(["src"], { baseDir: root, doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] } }, undefined, { tsConfig: {} as never });
  return (result.output as ICruiseResult).modules;
}

describe("the rooms of src", () => {
  let found: ICruiseResult["modules"] = [];
  beforeAll(async () => { found = (await modules()).filter((module) => module.source.startsWith("src/")); }, 60_000);

  test("are the ones listed here", () => {
    expect(readdirSync(path.join(root, "src")).sort()).toEqual(Object.keys(ROOMS).sort());
    expect(found.length).toBeGreaterThan(50);
  });

  test("import only the rooms they may know", () => {
    const breaches = found.flatMap((module) =>
      module.dependencies
        .filter((dependency) => dependency.resolved.startsWith("src/") && room(dependency.resolved) !== room(module.source))
        .filter((dependency) => !(ROOMS[room(module.source)] ?? []).includes(room(dependency.resolved)))
        .map((dependency) => `${module.source} → ${dependency.resolved}`));
    expect(breaches).toEqual([]);
  });

  test("use only the packages they may use", () => {
    const breaches = found.flatMap((module) =>
      module.dependencies
        .filter((dependency) => !dependency.resolved.startsWith("src/") && !dependency.module.startsWith("."))
        .filter((dependency) => !(PACKAGES[room(module.source)]?.test(dependency.module) ?? false))
        .map((dependency) => `${module.source} → ${dependency.module}`));
    expect(breaches).toEqual([]);
  });

  test("resolve every import of ours and have no cycles", () => {
    const unresolved = found.flatMap((module) => module.dependencies.filter((d) => d.couldNotResolve && d.module.startsWith(".")).map((d) => `${module.source} → ${d.module}`));
    const cycles = found.flatMap((module) => module.dependencies.filter((d) => d.circular).map((d) => `${module.source} → ${d.resolved}`));
    expect({ unresolved, cycles }).toEqual({ unresolved: [], cycles: [] });
  });

  test("are entered by their doors: other rooms import a room's index or its types, not its inside", () => {
    const open = /^src\/(grid\/|workbook\/sheet-plan|engine\/(model|standard|items\/model|local\/model)\.ts|reading\/model\.ts|xlsx\/model\.ts|host\/host\.ts|functions\/(table|associate|errors))/;
    const inside = found.flatMap((module) =>
      module.dependencies
        .filter((d) => d.resolved.startsWith("src/") && room(d.resolved) !== room(module.source))
        .filter((d) => !/\/index\.tsx?$/.test(d.resolved) && !open.test(d.resolved))
        .map((d) => `${module.source} → ${d.resolved}`));
    expect(inside).toEqual([]);
  });
});

describe("the pure rooms", () => {
  const pure = ["grid", "engine", "standards", "reading", "workbook"];
  const files = pure.flatMap((name) => readdirSync(path.join(root, "src", name), { recursive: true }).map((file) => path.join("src", name, String(file))))
    .filter((file) => /\.tsx?$/.test(file));

  test.each([
    ["clock", /\bDate\b|performance\.now|setTimeout|setInterval/],
    ["chance", /Math\.random|crypto\./],
    ["locale", /\bIntl\b|toLocale\w+|localeCompare/],
    ["browser or program", /\bwindow\b|\bdocument\.(create|query|get|body|add)|\bOffice\b|\bExcel\./],
  ])("use no %s", (_what, pattern) => {
    const code = (file: string): string => readFileSync(path.join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|`[^`]*`/g, "");
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => pattern.test(code(file)))).toEqual([]);
  });
});
