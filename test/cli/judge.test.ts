import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JudgementJson } from "../../src/cli/judgement-json";
import { countyFile, HEADINGS, SCHOOLS } from "./county-file";
import { handWritten } from "../xlsx/package-of";

const folder = mkdtempSync(join(tmpdir(), "yjjh-"));
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  writeFileSync(path("县 表.xlsx"), await countyFile({ 小学表: [HEADINGS, ...SCHOOLS.slice(0, 2)], 初中表: [HEADINGS, ...SCHOOLS.slice(2)] }));
  writeFileSync(path("坏.xlsx"), handWritten("").slice(0, 300));
  writeFileSync(path("名单.csv"), "学校,人数\n一中,3");
  writeFileSync(path("映射.json"), "{");
});
afterAll(() => { rmSync(folder, { recursive: true }); });

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/judge.ts", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("prints one JSON on standard output and nothing else anywhere", () => {
  const { status, stdout, stderr } = run(path("县 表.xlsx"));
  expect([status, stderr]).toEqual([0, ""]);
  const json = JSON.parse(stdout) as JudgementJson;
  expect(json.tables.map((table) => table.sheet)).toEqual(["小学表", "初中表"]);
  expect(json.schools.map((school) => [school.name, school.stage, school.verdict])).toEqual([["实验小学", "primary", "met"], ["第二小学", "primary", "met"], ["县一中", "junior", "met"], ["县二中", "junior", "unmet"]]);
});

test("--sheet reads that sheet only, --standard names the standard", () => {
  const { status, stdout } = run(path("县 表.xlsx"), "--sheet", "初中表", "--standard", "national-2017");
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as JudgementJson).schools.map((school) => school.name)).toEqual(["县一中", "县二中"]);
});

test("--help tells how to call it", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  expect(stdout).toMatch(/用法.*--sheet.*--mapping/s);
});

test.each<[string, string[], RegExp]>([
  ["no file named", [], /请写出要判定的文件/],
  ["a file that is not there", [path("无.xlsx")], /找不到文件.*无\.xlsx/],
  ["a file that is cut off", [path("坏.xlsx")], /不完整.*重新复制/],
  ["a .csv", [path("名单.csv")], /自文本\/CSV/],
  ["a sheet that is not there", [path("县 表.xlsx"), "--sheet", "高中表"], /没有工作表“高中表”.*小学表、初中表/],
  ["a standard nobody knows", [path("县 表.xlsx"), "--standard", "x-1999"], /x-1999.*national-2017/],
  ["two files", [path("县 表.xlsx"), path("坏.xlsx")], /一次只判定一个文件/],
  ["an option nobody knows", ["--color", path("县 表.xlsx")], /选项有误.*--help/],
  ["a mapping that is no JSON", [path("县 表.xlsx"), "--mapping", path("映射.json")], /映射文件不是有效的 JSON/],
])("%s: words on standard error, nothing on standard output, exit code 2", (_, args, words) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(words);
});
