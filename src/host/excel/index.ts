import type { Host } from "../host";
import { insertFormulas, select, selection, takeBackFormulas } from "./formulas";
import { highlight, highlighted, removeHighlight } from "./highlight";
import { markSheets } from "./marks";
import { OwnWork } from "./own-work";
import { listSheets, readSheets } from "./read";
import { hasSet, run } from "./run";
import { loadStore, saveStore } from "./store";
import { watch } from "./watch";
import { deleteSheets, writeSheets } from "./write";

/** Excel through office.js. Resolves when Excel has answered; needs ExcelApi 1.13, tells less above it where something is missing. */
export async function excelHost(): Promise<Host> {
  await Office.onReady();
  const own = new OwnWork();
  return {
    kind: "excel",
    hasFunctions: hasSet("CustomFunctionsRuntime", "1.1"),
    // The first set of the Excels whose formulas spill.
    spills: hasSet("ExcelApi", "1.12"),
    hasCharts: true,
    workbookName,
    listSheets,
    readSheets,
    writeSheets: (plans, replaces, progress) => writeSheets(own, plans, replaces, progress),
    deleteSheets: (names) => deleteSheets(own, names),
    markSheets,
    highlight,
    removeHighlight,
    highlighted,
    insertFormulas,
    takeBackFormulas,
    selection,
    select,
    watch: (listener) => watch(own, listener),
    loadStore,
    saveStore: (texts) => saveStore(own, texts),
  };
}

function workbookName(): Promise<string> {
  return run(async (context) => {
    context.workbook.load("name");
    await context.sync();
    return context.workbook.name;
  });
}
