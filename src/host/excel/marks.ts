import type { SheetMark } from "../../workbook/sheet-plan";
import { HostError } from "../host";
import { entered, redress } from "./paint";
import { runPatiently } from "./run";
import { LOOKS } from "./styles";

/**
 * Writes texts on sheets of our own (「与定稿不一致」). People are typing when a mark is due, so it waits for their cell;
 * what a failure left half done is written again.
 */
export async function markSheets(marks: readonly SheetMark[]): Promise<void> {
  if (marks.length === 0) return;
  const locked = await runPatiently((context) => write(context, marks)).catch(() => runPatiently((context) => write(context, marks)));
  if (locked !== null) throw new HostError("protectedSheet", locked);
}

/** Returns the name of a sheet that is protected and was left alone, if any. */
async function write(context: Excel.RequestContext, marks: readonly SheetMark[]): Promise<string | null> {
  const all = context.workbook.worksheets;
  all.load("items/name,items/protection/protected");
  await context.sync();
  let locked: string | null = null;
  let written = 0;
  for (const mark of marks) {
    const sheet = all.items.find(({ name }) => name === mark.sheet);
    if (!sheet) continue;
    if (sheet.protection.protected) locked = mark.sheet;
    else {
      draw(sheet, mark);
      written++;
    }
  }
  if (written > 0) await context.sync();
  return locked;
}

function draw(sheet: Excel.Worksheet, mark: SheetMark): void {
  const cell = sheet.getCell(mark.row, mark.column);
  cell.numberFormat = [["@"]];
  // Unlike in a new sheet, an empty text must take the old one away.
  cell.values = [[entered(mark.text) ?? ""]];
  redress(sheet.getCell(mark.row, mark.column).format, LOOKS[mark.style]);
}
