import { bytesFigures } from "./budget";
import { documentFigures } from "./documents";
import { excelFigures } from "./excel";
import { functionFigures } from "./functions";
import { judgingFigures } from "./judging";
import type { Figure } from "./measure";
import { readingFigures } from "./reading";
import { startFigures } from "./start";

/** `npm run bench`: every figure with its limit, as README prints them. Ratios and counts only; nothing here fails on a time. */
const PARTS: readonly (readonly [title: string, measure: () => Figure[] | Promise<Figure[]>])[] = [
  ["判定", judgingFigures],
  ["读表", readingFigures],
  ["自定义函数", functionFigures],
  ["与 Excel 的往返", excelFigures],
  ["全部文件", documentFigures],
  ["下载的字节（需先 npm run build）", bytesFigures],
  ["打开窗格", startFigures],
];

for (const [title, measure] of PARTS) {
  console.log(`\n### ${title}\n\n| 项目 | 数值 | 上限 |\n|---|---|---|`);
  for (const { what, value, unit, limit } of await measure()) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    console.log(`| ${what} | ${shown}${unit && ` ${unit}`} | ${limit === null ? "—" : `${String(limit)}${unit && ` ${unit}`}`}${limit !== null && value > limit ? " **超出**" : ""} |`);
  }
}
