import { markText, scaleOf, type Scale } from "./scale";
import { dashes, em, label, line, type Canvas, type Drawn } from "./drawing";
import { figureText, labelLines, textWidth } from "./text";

const TOP = 1.4;
const TALL = 15;
const LEFT = 3.6;
const RIGHT = 0.6;
/** Letters of figures over columns and of marks beside the axis. */
const SMALL = 0.82;

/** Upright columns with their figures over them, names below, limits as dashed lines across (柱形图). */
export function drawColumns(canvas: Canvas): Drawn {
  const { picture, width } = canvas;
  const scale = scaleOf(picture);
  const slot = (width - LEFT - RIGHT) / Math.max(1, picture.categories.length);
  const names = picture.categories.map((name) => labelLines(name, slot - 0.6));
  const lines = Math.max(1, ...names.map((one) => one.length));
  const under = names.flatMap((name, at) => name.map((text, i) => label(LEFT + slot * (at + 0.5), TOP + TALL + 1.3 + i * 1.15, text, canvas.paint.text, "middle")));
  return {
    svg: axis(canvas, scale) + picture.categories.map((_, at) => group(canvas, scale, slot, at)).join("") + limits(canvas, scale) + under.join(""),
    height: TOP + TALL + 0.8 + lines * 1.15 + 0.4,
  };
}

function heightAt(scale: Scale, value: number): number {
  return TOP + TALL * (1 - scale.part(value));
}

function axis({ paint, width, picture }: Canvas, scale: Scale): string {
  return scale.marks.map((mark) => {
    const y = heightAt(scale, mark);
    return line([LEFT, y], [width - RIGHT, y], mark === 0 ? paint.quiet : paint.grid) + label(LEFT - 0.4, y + 0.3, markText(mark, scale, picture.unit), paint.quiet, "end", SMALL);
  }).join("");
}

/** One category: a column for each series that has a figure, side by side. */
function group(canvas: Canvas, scale: Scale, slot: number, at: number): string {
  const { picture, paint } = canvas;
  const values = picture.series.filter((one) => one.role === "value" && (one.values[at] ?? null) !== null);
  const centre = LEFT + slot * (at + 0.5);
  if (values.length === 0) return ["数据", "不足"].map((text, i) => label(centre, TOP + TALL - 1.2 + i * 0.95, text, paint.quiet, "middle", SMALL)).join("");
  const wide = Math.min((slot - 0.6) / values.length, 3.2);
  return values.map((series, index) => {
    const x = centre + wide * (index - values.length / 2);
    const value = series.values[at] ?? 0;
    const y = heightAt(scale, value);
    const text = figureText(picture, value);
    const size = Math.min(SMALL, (wide * 1.15) / textWidth(text));
    const column = `<rect x="${em(x + wide * 0.1)}" y="${em(y)}" width="${em(wide * 0.8)}" height="${em(TOP + TALL - y)}" fill="${canvas.fill(series)}" stroke="${paint.of(series.colour)}" stroke-width="0.08"/>`;
    return column + label(x + wide / 2, y - 0.3, text, paint.text, "middle", size);
  }).join("");
}

function limits({ picture, paint, width }: Canvas, scale: Scale): string {
  return picture.series.filter((one) => one.role === "limit").map((series) => {
    const slot = (width - LEFT - RIGHT) / Math.max(1, series.values.length);
    return series.values.map((value, at) => (value === null ? "" : line([LEFT + slot * at, heightAt(scale, value)], [LEFT + slot * (at + 1), heightAt(scale, value)], paint.of(series.colour), dashes(picture, series)))).join("");
  }).join("");
}
