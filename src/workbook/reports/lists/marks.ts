import type { Cell } from "../../../grid/block";
import type { PlanCell } from "../../sheet-plan";
import { plain, textCheck } from "../text-check";

/** What the hidden column says of a line we wrote (行标识). */
export interface Mark {
  /** Of a row; `null` for a line that is none: title, notes, facts. */
  readonly key: string | null;
  /** Of a row: check of our columns' texts as they were written. */
  readonly check: string | null;
  /** Of a line that is no row: checks of our texts in it. */
  readonly texts: ReadonlySet<string>;
}

const NO_TEXTS: ReadonlySet<string> = new Set();

export function rowMark(key: string, check: string): string {
  return sealed(`${key}~${check}`);
}

/** Lines that are no rows are marked as ours, so that whatever else stands in them is known to be people's. */
export function lineMark(cells: readonly (PlanCell | null)[]): string {
  const texts = cells.map((one) => (typeof one?.value === "object" ? "" : plain(one?.value)));
  return sealed(`#${[...new Set(texts.filter((text) => text !== "").map(textCheck))].join(".")}`);
}

/** Marks carry a check of themselves, so that nothing people type is ever taken for one, in whatever column it stands. */
function sealed(text: string): string {
  return `${text}~${textCheck(text)}`;
}

/** `null` for everything that is no mark of ours. */
export function readMark(cell: Cell | undefined): Mark | null {
  if (typeof cell !== "string") return null;
  const [, text = "", seal] = /^(.*)~([0-9a-z]+)$/s.exec(cell) ?? [];
  if (seal === undefined || seal !== textCheck(text)) return null;
  if (text.startsWith("#")) return { key: null, check: null, texts: new Set(text.slice(1).split(".")) };
  const at = text.lastIndexOf("~");
  return { key: text.slice(0, at), check: text.slice(at + 1), texts: NO_TEXTS };
}
