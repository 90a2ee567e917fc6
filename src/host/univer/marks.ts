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
      else sheet.getRange(mark.row, mark.column).setValues({ [mark.row]: { [mark.column]: { ...cellData(mark.text === "" ? null : mark.text), ...(mark.text === "" && { v: null }), s: LOOKS[mark.style] } } });
    }
  });
  if (locked !== null) throw new HostError("protectedSheet", locked);
}
