import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { SheetBlock } from "../grid/block";
import { readWorkbook } from "../reading";
import { DEFAULT_STANDARD, findStandard, STANDARDS } from "../standards";
import { FileError, openFile, sheetBlocks } from "../xlsx";
import { chosenPlan, chosenSwitches } from "./choices";
import { mappingAnswers } from "./mapping-file";
import { HELP, UsageError } from "./usage";
import { wholeJson, type WholeJson } from "./whole-json";

const OPTIONS = {
  sheet: { type: "string", multiple: true },
  standard: { type: "string" },
  mapping: { type: "string" },
  password: { type: "string" },
  switch: { type: "string", multiple: true },
  plan: { type: "string" },
  county: { type: "string" },
  year: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs the command; what it returns goes to standard output. */
async function run(args: readonly string[]): Promise<string> {
  const { values, positionals } = parse(args);
  if (values.help) return HELP.replace("{standard}", `${DEFAULT_STANDARD.id}（${DEFAULT_STANDARD.term}）`);
  const [path, ...more] = positionals;
  if (path === undefined) throw new UsageError("请写出要判定的文件，如：npm run --silent judge -- 学校表.xlsx");
  if (more.length > 0) throw new UsageError(`一次只判定一个文件，多出了：${more.join("、")}。文件名里有空格时请加引号。`);
  const standard = values.standard === undefined ? DEFAULT_STANDARD : findStandard(values.standard);
  if (!standard) throw new UsageError(`没有编号为“${values.standard ?? ""}”的标准。可用：${STANDARDS.map((one) => one.id).join("、")}`);
  const choices = { standard, switches: chosenSwitches(values.switch ?? []), plan: chosenPlan(values) };
  const file = await openFile(new Uint8Array(await load(path)), basename(path), values.password);
  const blocks = chosen(sheetBlocks(file.model), values.sheet);
  const answers = values.mapping === undefined ? {} : mappingAnswers((await load(values.mapping)).toString("utf8"), readWorkbook(blocks, {}));
  const reading = readWorkbook(blocks, answers);
  const result: WholeJson = wholeJson(reading, choices);
  return `${JSON.stringify(result)}\n`;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`选项有误（${error instanceof Error ? error.message.split("\n")[0] ?? "" : ""}）。用 --help 查看用法。`);
  }
}

async function load(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FileError("missing", [path], String(error));
  }
}

function chosen(blocks: readonly SheetBlock[], names: readonly string[] | undefined): readonly SheetBlock[] {
  if (names === undefined) return blocks;
  const missing = names.filter((name) => !blocks.some((block) => block.sheet === name));
  if (missing.length > 0) throw new UsageError(`文件里没有工作表“${missing.join("”“")}”。现有工作表：${blocks.map((block) => block.sheet).join("、")}`);
  return blocks.filter((block) => names.includes(block.sheet));
}

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof FileError || error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
