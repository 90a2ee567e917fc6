import { parseArea } from "../../grid/address";
import { STORE_SHEET, type SheetChange } from "../host";
import type { OwnWork } from "./own-work";
import { run } from "./run";
import { isAsideName } from "./write";

type Heard =
  | { readonly kind: "changed"; readonly id: string; readonly area: SheetChange["area"]; readonly isEdit: boolean }
  | { readonly kind: "added" | "deleted" | "renamed"; readonly id: string };

type Listener = (change: SheetChange) => void;

/** Tells the listener what people change. Handlers do not outlive the page; `stop` takes them away earlier. */
export async function watch(own: OwnWork, listener: Listener): Promise<() => void> {
  const ear = new Ear(own, listener);
  const handlers = await run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/id,items/name");
    const added = [
      sheets.onChanged.add((event) => ear.changed(event)),
      sheets.onAdded.add((event) => ear.hear({ kind: "added", id: event.worksheetId })),
      sheets.onDeleted.add((event) => ear.hear({ kind: "deleted", id: event.worksheetId })),
    ] as OfficeExtension.EventHandlerResult<unknown>[];
    await context.sync();
    ear.learn(sheets.items);
    return added;
  });
  const renamed = await watchNames(ear);
  return () => {
    ear.close();
    for (const handler of renamed === null ? handlers : [...handlers, renamed]) void release(handler);
  };
}

/** Renaming is told by later Excels only; before, the next event brings the new name. */
async function watchNames(ear: Ear): Promise<OfficeExtension.EventHandlerResult<unknown> | null> {
  try {
    return await run(async (context) => {
      const handler = context.workbook.worksheets.onNameChanged.add((event) => ear.renamed(event));
      await context.sync();
      return handler;
    });
  } catch {
    return null;
  }
}

/** A handler can be removed only in the context that added it. */
async function release(handler: OfficeExtension.EventHandlerResult<unknown>): Promise<void> {
  try {
    handler.remove();
    await handler.context.sync();
  } catch {
    // The page or the workbook is going away; the ear is closed already.
  }
}

/** Collects events, asks once for the names of their sheets, and passes on what is not our own. */
class Ear {
  private names = new Map<string, string>();
  private heard: Heard[] = [];
  private isWorking = false;
  private isClosed = false;

  constructor(private readonly own: OwnWork, private readonly listener: Listener) {}

  learn(sheets: readonly Excel.Worksheet[]): void {
    this.names = new Map(sheets.map(({ id, name }) => [id, name]));
  }

  close(): void {
    this.isClosed = true;
  }

  changed(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (event.triggerSource === "ThisLocalAddin") return Promise.resolve();
    const isEdit = event.changeType === "RangeEdited";
    return this.hear({ kind: "changed", id: event.worksheetId, isEdit, area: isEdit ? parseArea(event.address) : null });
  }

  renamed(event: Excel.WorksheetNameChangedEventArgs): Promise<void> {
    if (isAsideName(event.nameAfter) || isAsideName(event.nameBefore)) return Promise.resolve();
    return this.hear({ kind: "renamed", id: event.worksheetId });
  }

  async hear(event: Heard): Promise<void> {
    this.heard.push(event);
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      await this.passOn();
    } finally {
      this.isWorking = false;
    }
  }

  private async passOn(): Promise<void> {
    await this.own.idle();
    const known = new Map(this.names);
    await this.refresh();
    for (const event of this.heard.splice(0)) {
      const sheet = this.names.get(event.id) ?? known.get(event.id);
      if (this.isClosed || sheet === undefined || sheet === STORE_SHEET || this.isOwn(event)) continue;
      if (event.kind === "changed") this.listener({ sheet, area: event.area, kind: event.isEdit ? "cells" : "structure" });
      else this.listener({ sheet, area: null, kind: "sheets" });
    }
    if (this.heard.length > 0) await this.passOn();
  }

  private isOwn(event: Heard): boolean {
    return (event.kind === "added" || event.kind === "deleted") && this.own.isEcho(event.kind, event.id);
  }

  /** With a refusal, such as while a cell is edited, the names known so far have to do. */
  private async refresh(): Promise<void> {
    try {
      await run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load("items/id,items/name");
        await context.sync();
        this.learn(sheets.items);
      });
    } catch {
      return;
    }
  }
}
