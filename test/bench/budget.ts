import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { figure, type Figure } from "./measure";

const DIST = path.resolve(import.meta.dirname, "../../dist");
const KB = 1024;

const gzipped = (file: string): number => gzipSync(readFileSync(path.join(DIST, file)), { level: 9 }).length / KB;

/** Chunks the entry asks for when the pane opens; what a click fetches later (`on-demand-…`) is not among them. */
function paneFiles(): string[] {
  const entry = readFileSync(path.join(DIST, "taskpane.js"), "utf8");
  const ids = [...entry.matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id ?? "");
  const hashes = ids.map((id) => new RegExp(`\\b${id}:"([0-9a-f]{8})"`).exec(entry)?.[1]);
  const files = readdirSync(path.join(DIST, "pane")).filter((name) => hashes.some((hash) => hash !== undefined && name.endsWith(`.${hash}.js`)));
  if (files.length === 0 || files.length !== new Set(ids).size) throw new Error("The pane's files are not those its entry asks for.");
  return files.map((name) => `pane/${name}`);
}

/** Bytes shipped to Excel, gzipped, against their limits (字节预算). */
export function bytesFigures(): Figure[] {
  const functions = gzipped("taskpane.js");
  const pane = paneFiles().reduce((sum, name) => sum + gzipped(name), 0);
  return [
    figure("Excel 回答一个公式要下载的脚本（gzip）", functions, "KB", 40),
    figure("直到「数据」能点为止的全部脚本（gzip）", functions + pane, "KB", 230),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const figures = bytesFigures();
  for (const { what, value, unit, limit } of figures) console.log(`${what}：${value.toFixed(1)} ${unit}，上限 ${String(limit)} ${unit}`);
  const over = figures.filter(({ value, limit }) => limit !== null && value > limit);
  if (over.length > 0) {
    console.error(`超出预算：${over.map(({ what }) => what).join("；")}`);
    process.exitCode = 1;
  }
}
