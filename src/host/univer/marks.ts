import { BooleanNumber, type ICellData, type IStyleData } from "@univerjs/presets";
import type { SheetMark } from "../../workbook/sheet-plan";
import { HostError } from "../host";
import type { GridSession } from "./grid";
import { LOOKS } from "./look";
import { sheetNotes } from "./notes";
import { cellData } from "./write-sheet";

/** Writes texts on sheets of our own (「与定稿不一致」); a sheet that has gone is passed over, a protected one refused at the end. */
export function markSheets(session: GridSession, marks: readonly SheetMark[]): void {
  let locked: string | null = null;
  session.write(() => {
    for (const mark of marks) {
      const sheet = session.workbook.getSheetByName(mark.sheet);
      if (!sheet) continue;
      if (sheetNotes(sheet).isProtected) locked = mark.sheet;
      else sheet.getRange(mark.row, mark.column).setValues({ [mark.row]: { [mark.column]: markCell(mark) } });
    }
  });
  if (locked !== null) throw new HostError("protectedSheet", locked);
}

/** The grid keeps of a cell what it is not told to forget. */
function markCell({ text, style }: SheetMark): ICellData {
  const plain: IStyleData = { bg: null, cl: null, bl: BooleanNumber.FALSE, n: null, fs: BODY_SIZE, tb: null };
  return { ...(text === "" ? { v: null } : cellData(text)), s: { ...plain, ...LOOKS[style] } };
}

const BODY_SIZE = 11;
