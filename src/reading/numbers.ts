import type { Cell } from "../grid/block";
import { isErrorValue } from "../grid/block";
import { unitOf, type Unit } from "./text";

/** How a cell stood for a number (数值识别). `text` is words where a number was expected; `blank` is empty, 「—」, 「无」, 「*」; `merged` one cell over several schools' rows. */
export type NumberKind = "number" | "textNumber" | "blank" | "mark" | "error" | "text" | "merged";

export interface ParsedNumber {
  readonly kind: NumberKind;
  /** `null` unless the kind is `number` or `textNumber`. */
  readonly value: number | null;
  /** Decimal places as printed. */
  readonly places: number;
  /** A unit written in the cell itself: 「12人」. */
  readonly unit: Unit | null;
}

const MARK = /^(?:[-–—―－_/\\*#.·…]+|无|没有|空|缺|不详|不适用|未填|暂无|n\/?a|null|nil)$/i;
const NUMERAL = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?([^\d.,]*)$/;

const blank: ParsedNumber = { kind: "blank", value: null, places: 0, unit: null };

/** Reads a cell as a number. Blank and marks such as 「—」 or 「无」 are missing, never zero. */
export function parseNumber(cell: Cell | undefined): ParsedNumber {
  if (cell === null || cell === undefined) return blank;
  if (typeof cell === "number") {
    return Number.isFinite(cell) ? { kind: "number", value: cell, places: placesOf(cell), unit: null } : { ...blank, kind: "error" };
  }
  if (typeof cell === "boolean") return { ...blank, kind: "text" };
  if (isErrorValue(cell.trim())) return { ...blank, kind: "error" };
  return parseText(cell.normalize("NFKC").replace(/[\s\u200b]/g, "").replace(/^['"]|['"]$/g, "").replace(/m2$/i, "㎡"));
}

function parseText(text: string): ParsedNumber {
  if (text === "") return blank;
  if (MARK.test(text)) return { ...blank, kind: "mark" };
  const match = NUMERAL.exec(text);
  if (!match || (match[2] === undefined && (match[3] ?? "").length < 2)) return { ...blank, kind: "text" };
  const [, sign = "", whole = "0", decimals = "", tail = ""] = match;
  const unit = tail === "" ? null : unitOf(tail);
  if (tail !== "" && !unit) return { ...blank, kind: "text" };
  const value = Number(sign + whole.replace(/,/g, "") + decimals);
  return { kind: "textNumber", value, places: Math.max(0, decimals.length - 1), unit };
}

/** Decimal places a number shows; 9 for one that was never rounded. */
function placesOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  const point = text.indexOf(".");
  return point < 0 || text.includes("e") ? 9 : Math.min(9, text.length - point - 1);
}
