import type { SheetBlock } from "../../grid/block";
import { isBlank } from "../../grid/block";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../standards";
import { REPORTS, TEMPLATES, type SheetPlan, type Written } from "../../workbook";
import { contextOf } from "./context";
import { busyStep, tell, today, type Crew } from "./crew";
import { noteGone } from "./keeping";
import { readPresent } from "./own-sheets";
import type { Task } from "./state";
import { workTexts } from "./texts";

/** Takes back something written, also after the file was closed (撤销). What people typed into it goes only when they say so. */
export function undo(crew: Crew, task: Task & { readonly kind: "undo" }): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const { written, sure = false } = task;
    if (!sure && (await holdsTyping(crew, written, signal))) {
      return tell(crew, { text: workTexts.typedInto(written.sheets), tone: "warning", actions: [{ label: workTexts.deleteAll, task: { ...task, sure: true } }] });
    }
    if (written.kind === "highlight") {
      await crew.host.removeHighlight();
      crew.dispatch({ kind: "highlighted", sheets: [] });
    }
    if (written.formulas) await crew.host.takeBackFormulas(written.formulas, written.formulas.formulas);
    if (written.kind !== "formulas") await takeBackSheets(crew, written);
    await noteGone(crew, written);
    tell(crew, { text: workTexts.undone(written.term), tone: "done", actions: [] });
  });
}

/** Deletes our sheets that are still there; one a person deleted already is no failure. */
export async function takeBackSheets(crew: Crew, written: Written): Promise<void> {
  const there = new Set((await crew.host.listSheets()).map((sheet) => sheet.name));
  const names = written.sheets.filter((name) => there.has(name));
  if (names.length > 0) await crew.host.deleteSheets(names);
}

/** Whether people typed anything into the sheets of a template or of a list. */
async function holdsTyping(crew: Crew, written: Written, signal: AbortSignal): Promise<boolean> {
  if (written.kind === "template") {
    const plan = TEMPLATES.find(({ id }) => id === written.id)?.build(DEFAULT_STANDARD, ITEM_BOOK);
    const blocks = await readPresent(crew, written.sheets, signal);
    return [...blocks.values()].some((block) => plan === undefined || differs(block, plan));
  }
  const kind = written.kind === "report" ? REPORTS.find(({ id }) => id === written.id) : undefined;
  if (kind === undefined || kind.typedSheets.length === 0) return false;
  const previous = await readPresent(crew, kind.typedSheets.filter((name) => written.sheets.includes(name)), signal);
  if (previous.size === 0) return false;
  const empty = contextOf(crew.state(), today(crew));
  // What was carried over from the sheets is what people typed.
  return empty === null || JSON.stringify(kind.build(empty)) !== JSON.stringify(kind.build({ ...empty, previous }));
}

/** Whether a filled cell is not as the template has it. */
function differs(block: SheetBlock, plan: SheetPlan): boolean {
  return block.values.some((cells, i) => cells.some((cell, j) => {
    const planned = plan.rows[block.row + i]?.[block.column + j]?.value ?? null;
    return !isBlank(cell) && !(typeof planned === "object" && planned !== null) && String(cell) !== String(planned ?? "");
  }));
}
