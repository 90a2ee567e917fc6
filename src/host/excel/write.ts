import type { SheetPlan } from "../../workbook/sheet-plan";
import { HostError, type Watch } from "../host";
import type { OwnWork } from "./own-work";
import { strokes } from "./drawing";
import { setPaper } from "./page-setup";
import type { Stroke } from "./paint";
import { heedCancel, MESSAGE_BYTES, run, runPatiently } from "./run";

/** A sheet to be there in the end, whole. */
export interface NewSheet {
  readonly name: string;
  readonly strokes: readonly Stroke[];
  readonly isVeryHidden?: boolean;
}

/** A sheet as it was before we began. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export async function writeSheets(own: OwnWork, plans: readonly SheetPlan[], replaces: readonly string[], watch?: Watch): Promise<void> {
  heedCancel(watch);
  await putSheets(own, plans.map((plan) => ({ name: plan.name, strokes: strokes(plan) })), replaces, watch);
  await setPaper(plans);
}

/**
 * Writes sheets whole or not at all. Excel takes nothing back by itself, so former sheets are only set aside under
 * another name until all new ones are written; a failure on the way deletes the new ones and gives the old their names back.
 */
export async function putSheets(own: OwnWork, sheets: readonly NewSheet[], replaces: readonly string[], watch?: Watch): Promise<void> {
  if (sheets.length === 0) return;
  const before = await look(sheets, replaces);
  const aside = setAside(before, sheets);
  await own.during(async () => {
    try {
      await write(own, sheets, before, aside, watch);
    } catch (error) {
      await takeBack(own, sheets, before, aside);
      throw error;
    }
    if (aside.size > 0) await deleteById(own, [...aside.keys()]);
  });
}

/** What is there, after refusing what cannot be done. */
async function look(sheets: readonly NewSheet[], replaces: readonly string[]): Promise<readonly Known[]> {
  const { known, locked } = await run(readKnown);
  if (locked) throw new HostError("protectedWorkbook");
  for (const [i, { name }] of sheets.entries()) {
    const isOurs = replaces.some((ours) => sameName(ours, name));
    const isTwice = sheets.slice(0, i).some((other) => sameName(other.name, name));
    if (isTwice || (!isOurs && known.some((sheet) => sameName(sheet.name, name)))) throw new HostError("nameTaken", name);
  }
  return known;
}

async function readKnown(context: Excel.RequestContext): Promise<{ readonly known: readonly Known[]; readonly locked: boolean }> {
  const all = context.workbook.worksheets;
  all.load("items/id,items/name,items/position");
  const { protection } = context.workbook;
  protection.load("protected");
  await context.sync();
  return { known: all.items.map(({ id, name, position }) => ({ id, name, position })), locked: protection.protected };
}

/** Former sheets by id, with the name each bears meanwhile. */
function setAside(before: readonly Known[], sheets: readonly NewSheet[]): ReadonlyMap<string, string> {
  const taken = new Set(before.map(({ name }) => name.toLowerCase()));
  const aside = new Map<string, string>();
  for (const { id, name } of before) {
    if (!sheets.some((sheet) => sameName(sheet.name, name))) continue;
    let count = 1;
    while (taken.has(asideName(count))) count++;
    taken.add(asideName(count));
    aside.set(id, asideName(count));
  }
  return aside;
}

const ASIDE = "~yjjh";
const asideName = (count: number): string => `${ASIDE}${String(count)}`;

/** Whether a sheet's name is one that we give for a moment. */
export function isAsideName(name: string): boolean {
  return name.startsWith(ASIDE);
}

async function write(own: OwnWork, sheets: readonly NewSheet[], before: readonly Known[], aside: ReadonlyMap<string, string>, watch: Watch | undefined): Promise<void> {
  const messages = pack(sheets);
  await messages.reduce(async (earlier, message, i) => {
    await earlier;
    heedCancel(watch);
    await run(async (context) => {
      const all = context.workbook.worksheets;
      const added = i === 0 ? addSheets(all, sheets, before, aside) : [];
      for (const { name, stroke } of message) stroke.draw(all.getItem(name));
      // Hidden at the very end: drawing works on visible sheets everywhere.
      if (i === messages.length - 1) for (const sheet of sheets) if (sheet.isVeryHidden) all.getItem(sheet.name).visibility = "VeryHidden";
      await context.sync();
      for (const { id } of added) own.claim("added", id);
    });
    watch?.onProgress?.({ done: i + 1, total: messages.length });
  }, Promise.resolve());
}

/** Strokes in order, as many to a message as it takes. There is always one message. */
function pack(sheets: readonly NewSheet[]): readonly (readonly { readonly name: string; readonly stroke: Stroke }[])[] {
  const messages: { name: string; stroke: Stroke }[][] = [[]];
  let room = MESSAGE_BYTES;
  for (const { name, strokes: all } of sheets) {
    for (const stroke of all) {
      if (stroke.bytes > room && (messages.at(-1)?.length ?? 0) > 0) {
        messages.push([]);
        room = MESSAGE_BYTES;
      }
      messages.at(-1)?.push({ name, stroke });
      room -= stroke.bytes;
    }
  }
  return messages;
}

function addSheets(all: Excel.WorksheetCollection, sheets: readonly NewSheet[], before: readonly Known[], aside: ReadonlyMap<string, string>): readonly Excel.Worksheet[] {
  for (const [id, name] of aside) all.getItem(id).name = name;
  return sheets.map(({ name }) => {
    const sheet = all.add(name);
    sheet.load("id");
    return sheet;
  }).map((sheet, i) => {
    const former = before.find((known) => sameName(known.name, sheets[i]?.name ?? ""));
    // Before the sheet set aside: when that one goes, the new one is in its place.
    if (former) sheet.position = former.position + earlierFormers(before, sheets, former, i);
    return sheet;
  });
}

/** New sheets that were already put before a former one push it to the right. */
function earlierFormers(before: readonly Known[], sheets: readonly NewSheet[], former: Known, count: number): number {
  return sheets.slice(0, count).filter(({ name }) => before.some((known) => sameName(known.name, name) && known.position < former.position)).length;
}

/** After a failure: new sheets go, former ones get their names back. */
async function takeBack(own: OwnWork, sheets: readonly NewSheet[], before: readonly Known[], aside: ReadonlyMap<string, string>): Promise<void> {
  await runPatiently(async (context) => {
    const all = context.workbook.worksheets;
    all.load("items/id,items/name,items/visibility");
    await context.sync();
    const ids = new Set(before.map(({ id }) => id));
    for (const sheet of all.items) {
      if (ids.has(sheet.id) || !sheets.some(({ name }) => sameName(name, sheet.name))) continue;
      own.claim("added", sheet.id);
      remove(own, sheet);
    }
    for (const { id, name } of before) if (aside.has(id) && all.items.some((sheet) => sheet.id === id && sheet.name !== name)) all.getItem(id).name = name;
    await context.sync();
  });
}

function remove(own: OwnWork, sheet: Excel.Worksheet): void {
  own.claim("deleted", sheet.id);
  // A very hidden sheet cannot be deleted.
  if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
  sheet.delete();
}

/** Deletes sheets; those that a failure left are deleted by a second try. */
async function deleteById(own: OwnWork, ids: readonly string[]): Promise<void> {
  const attempt = async (context: Excel.RequestContext): Promise<void> => {
    const all = context.workbook.worksheets;
    all.load("items/id,items/visibility");
    await context.sync();
    for (const sheet of all.items) if (ids.includes(sheet.id)) remove(own, sheet);
    await context.sync();
  };
  try {
    await run(attempt);
  } catch {
    await runPatiently(attempt);
  }
}

/** Deletes sheets by name; those that have gone already are no error. */
export async function deleteSheets(own: OwnWork, names: readonly string[]): Promise<void> {
  const { known, locked } = await run(readKnown);
  const gone = known.filter(({ name }) => names.some((one) => sameName(one, name)));
  if (gone.length === 0) return;
  if (locked) throw new HostError("protectedWorkbook");
  await own.during(() => deleteById(own, gone.map(({ id }) => id)));
}
