import { excelHost } from "../host/excel";
import { browserScheduler, createWork, mountWork, type Work } from "../taskpane";

/** The one piece of work of this workbook: the pane and the ribbon's buttons share it. */
let opened: Promise<Work> | null = null;

/** Opens the pane in its place, once (打开窗格). */
export function openPane(): Promise<Work> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Work> {
  const place = document.getElementById("root");
  if (!place) throw new Error("taskpane.html 里没有 #root");
  const work = createWork(await excelHost(), browserScheduler);
  mountWork(place, work);
  return work;
}
