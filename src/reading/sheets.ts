import { isBlank, type SheetBlock } from "../grid/block";
import type { Answers, Reading } from "./model";
import { findCountyForm, type CountyForm } from "./county/county-form";
import { layForm } from "./forms";
import { readHeading } from "./heading";
import { hasFacts, readTable, type ReadTable } from "./read-table";
import { findTables, type RawTable } from "./tables";
import { findUnheaded } from "./unheaded";

/** Sheets this add-in writes begin with one of these; they are never read as data. */
const OWN_SHEETS = /^(?:义教均衡|_YJJH)/;

/** What each sheet of a workbook is (工作表分类): tables of schools, county forms, or nothing that is read. */
export interface SortedSheets {
  readonly tables: readonly ReadTable[];
  readonly forms: readonly CountyForm[];
  readonly passedOver: Reading["passedOver"];
}

/** Tells the sheets of a workbook apart, and reads the tables of schools in them. */
export function sortSheets(blocks: readonly SheetBlock[], answers: Answers): SortedSheets {
  const passedOver: { sheet: string; reason: string }[] = [];
  const tables: ReadTable[] = [];
  const forms: CountyForm[] = [];
  for (const block of blocks) {
    if (OWN_SHEETS.test(block.sheet)) {
      passedOver.push({ sheet: block.sheet, reason: "本程序生成的工作表，不作为数据" });
      continue;
    }
    const form = findCountyForm(block);
    const read = form ? [] : readSheet(block, answers);
    if (form) forms.push(form);
    else if (read.length === 0) passedOver.push({ sheet: block.sheet, reason: whyPassedOver(block) });
    tables.push(...read);
  }
  return { tables, forms, passedOver };
}

function readSheet(block: SheetBlock, answers: Answers): ReadTable[] {
  const understood = (raws: readonly RawTable[]) => raws.map((raw) => readTable(raw, answers)).filter((table) => table.rows.data.length > 0 && hasFacts(table) && !namesAreLabels(table));
  const read = understood(findTables(block).tables);
  if (read.length > 0) return read;
  const form = layForm(block);
  if (form) return [readTable(form, answers)];
  const unheaded = findUnheaded(block);
  return unheaded ? understood([unheaded]) : [];
}

/** A form's labels stand where a table has its schools. */
function namesAreLabels(table: ReadTable): boolean {
  const labels = table.rows.data.filter(({ name }) => {
    if (/..(?:小学|中学|学校)$/.test(name)) return false;
    const { attribute, candidates } = readHeading([name]);
    return attribute !== null || candidates.length > 0;
  });
  return labels.length * 2 > table.rows.data.length;
}

function whyPassedOver(block: SheetBlock): string {
  if (block.values.some((cells) => cells.some((cell) => typeof cell === "string" && /学校自评表/.test(cell)))) {
    return "学校自评表，句子里没有读出校名和各项数；请在“＿＿”处填写数字，或把数据填入数据表";
  }
  const empty = block.values.every((cells) => cells.every(isBlank));
  return empty ? "空工作表" : "没有找到学校数据表：需要有“学校名称”一列，以及在校生数等数据列";
}
