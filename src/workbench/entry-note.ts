import { type Grid, sheetValidations } from "../host/univer";
import { element } from "./elements";

/** Shows what is to be typed into the chosen cell (输入提示), as Excel does: the grid itself shows no notes of entry rules. */
export function showEntryNotes({ api }: Grid): void {
  const place = element("entry-note");
  const tell = (): void => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    const cell = sheet?.getSelection()?.getCurrentCell();
    const note = sheet && cell ? sheetValidations(sheet).find(({ area, note: one }) => one && holds(area, cell.actualRow, cell.actualColumn))?.note : null;
    place.textContent = note ? `${note.title}：${note.text}` : "";
    place.hidden = !note;
  };
  api.addEvent(api.Event.SelectionChanged, tell);
  api.addEvent(api.Event.ActiveSheetChanged, tell);
}

function holds(area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
