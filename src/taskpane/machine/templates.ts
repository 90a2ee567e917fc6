import { DEFAULT_STANDARD, ITEM_BOOK } from "../../standards";
import { TEMPLATES } from "../../workbook";
import { breathe, busyStep, tell, type Crew } from "./crew";
import { putSheets } from "./own-sheets";
import type { Task } from "./state";
import { workTexts } from "./texts";

/** Inserts a sheet to fill in (模板) beside what is there, under a free name, and goes to it. */
export function insertTemplate(crew: Crew, task: Task & { readonly kind: "template" }): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const kind = TEMPLATES.find(({ id }) => id === task.id);
    if (!kind) return;
    const taken = (await crew.host.listSheets()).map((sheet) => sheet.name);
    await breathe(crew, signal);
    const plan = kind.build(DEFAULT_STANDARD, ITEM_BOOK);
    const name = freeName(plan.name, taken);
    const [written] = await putSheets(crew, [{ kind: "template", id: kind.id, term: kind.term, plans: [{ ...plan, name }] }], signal);
    await crew.host.select(name, { row: 0, column: 0, rows: 1, columns: 1 });
    if (written) tell(crew, { text: workTexts.templateInserted(name), tone: "done", actions: [{ label: workTexts.checkAgain, task: { kind: "check" } }, { label: workTexts.undo, task: { kind: "undo", written: [written] } }] });
  });
}

/** 「班级名册」, else 「班级名册 2」 and so on. Programs tell no difference between large and small letters. */
function freeName(wanted: string, taken: readonly string[]): string {
  const there = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; there.has(name.toLowerCase()); number++) name = `${wanted} ${String(number)}`;
  return name;
}
