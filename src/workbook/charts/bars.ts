import { scaleOf, type Scale } from "./scale";
import { dashes, em, label, line, type Canvas, type Drawn } from "./drawing";
import { figureText, NO_FIGURE, textWidth } from "./text";
import type { PictureSeries } from "../sheet-plan";

const LEFT = 0.5;
const BAR = 1.15;
const NAME = 1.5;
const APART = 0.6;
const SMALL = 0.92;

/** Lying bars, each name above its bars and the figure behind (条形图): where there is no room for names side by side. */
export function drawBars(canvas: Canvas): Drawn {
  const { picture, width, paint } = canvas;
  const scale = scaleOf(picture);
  const values = picture.series.filter((one) => one.role === "value");
  const figures = values.flatMap((one) => one.values.map((value) => textWidth(figureText(picture, value)) * SMALL));
  const long = width - LEFT * 2 - Math.max(2, ...figures) - 0.4;
  const shown = picture.categories.map((_, at) => values.filter((one) => (one.values[at] ?? null) !== null));
  const heights = shown.map((list) => NAME + Math.max(1, list.length) * BAR + APART);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, one) => sum + one, 0));
  const rows = picture.categories.map((name, at) => {
    const y = tops[at] ?? 0;
    const bars = (shown[at] ?? []).map((series, index) => bar(canvas, series, series.values[at] ?? 0, y + NAME + index * BAR, long * scale.part(series.values[at] ?? 0)));
    return label(LEFT, y + 1.05, name, paint.text) + (bars.length === 0 ? label(LEFT, y + NAME + BAR * 0.78, NO_FIGURE, paint.quiet, "start", SMALL) : bars.join(""))
      + limits(canvas, scale, at, y + NAME - 0.1, y + (heights[at] ?? 0) - APART + 0.1, long);
  });
  return { svg: rows.join(""), height: heights.reduce((sum, one) => sum + one, 0.4) };
}

function bar(canvas: Canvas, series: PictureSeries, value: number, y: number, long: number): string {
  const { picture, paint } = canvas;
  return `<rect x="${em(LEFT)}" y="${em(y)}" width="${em(long)}" height="${em(BAR * 0.85)}" fill="${canvas.fill(series)}" stroke="${paint.of(series.colour)}" stroke-width="0.08"/>`
    + label(LEFT + long + 0.35, y + BAR * 0.78, figureText(picture, value), paint.text, "start", SMALL);
}

function limits({ picture, paint }: Canvas, scale: Scale, at: number, from: number, to: number, long: number): string {
  return picture.series.filter((one) => one.role === "limit").map((series) => {
    const value = series.values[at] ?? null;
    const x = LEFT + long * scale.part(value ?? 0);
    return value === null ? "" : line([x, from], [x, to], paint.of(series.colour), dashes(picture, series));
  }).join("");
}
