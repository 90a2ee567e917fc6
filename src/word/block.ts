import type { Verdict } from "../engine";
import type { Picture } from "../workbook";

/** A picture drawn for the file, with its size in pixels. */
export interface WordImage {
  readonly picture: Picture;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A cell of a table: numbers stand right, texts left, words of verdicts in their colours. */
export interface TableCell {
  readonly text: string;
  readonly align?: "left" | "center" | "right";
  readonly verdict?: Verdict;
  readonly bold?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

export interface TableBlock {
  readonly kind: "table";
  /** Without its number: the file counts tables itself. */
  readonly caption: string;
  /** Parts of the page's width. */
  readonly widths: readonly number[];
  readonly header: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly notes: readonly string[];
}

/** The report before it is a file (报告内容): what it says, in order. In texts 【…】 is for people to fill in. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** A small line: notes and the block of finality. */
  | { readonly kind: "note"; readonly text: string }
  | TableBlock
  | { readonly kind: "picture"; readonly image: WordImage };

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

export function paragraph(text: string): Block {
  return { kind: "text", text };
}

/** A place to fill in, marked so that nobody overlooks it. */
export function prompt(text: string): string {
  return `【请填写：${text}】`;
}

export function words(text: string): TableCell {
  return { text };
}

export function centred(text: string): TableCell {
  return { text, align: "center" };
}

export function number(text: string): TableCell {
  return { text, align: "right" };
}
