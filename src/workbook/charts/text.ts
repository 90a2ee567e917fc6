import { printed } from "../../engine";
import type { Picture } from "../sheet-plan";

/** What stands in a figure's place when there is none. */
export const NO_FIGURE = "数据不足";

/** Text as XML takes it; signs XML forbids are left out. */
export function escaped(text: string): string {
  return [...text].filter((char) => char >= " " && char !== "\uFFFE" && char !== "\uFFFF").join("")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Width of a text in ems: a Chinese character is one, Latin letters and digits a little over half. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 1 : 0.58), 0);
}

/** A label in lines of at most `room` ems. Chinese words mostly have two characters, so what is carried over is an even number. */
export function labelLines(text: string, room: number): string[] {
  const chars = [...text];
  if (textWidth(text) <= room) return [text];
  let end = 1;
  while (end < chars.length - 1 && textWidth(chars.slice(0, end + 1).join("")) <= room) end++;
  if (end > 1 && (chars.length - end) % 2 === 1) end--;
  return [chars.slice(0, end).join(""), ...labelLines(chars.slice(end).join(""), room)];
}

/** A picture's figure in words: 0.312, 66.7%; 数据不足 where there is none. */
export function figureText(picture: Pick<Picture, "places" | "unit">, value: number | null): string {
  return value === null ? NO_FIGURE : printed(value, picture.places).toFixed(picture.places) + picture.unit;
}

/**
 * The table behind a picture (图后数据): a row of names, then a row a category. For those who do not see the picture, and
 * where no chart can be drawn.
 */
export function pictureTable(picture: Picture): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    header: ["项目", ...picture.series.map((one) => one.name)],
    rows: picture.categories.map((name, at) => [name, ...picture.series.map((one) => figureText(picture, one.values[at] ?? null))]),
  };
}
