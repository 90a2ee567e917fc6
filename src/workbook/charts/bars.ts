import { scaleOf, type Scale } from "./scale";
import { dashes, em, label, line, type Canvas, type Drawn } from "./drawing";
import { figureText, textWidth } from "./text";
import type { PictureSeries } from "../sheet-plan";

const LEFT = 0.5;
const BAR = 1.15;
const NAME = 1.5;
const APART = 0.6;
const SMALL = 0.92;

/** Lying bars, each name above its bars and the figure behind (条形图): where there is no room for names side by side. */
export function drawBars(canvas: Canvas): Drawn {
  const { picture, width } = canvas;
  const scale = scaleOf(picture);
  const values = picture.series.filter((one) => one.role === "value");
  const figures = values.flatMap((one) => one.values.map((value) => textWidth(figureText(picture, value)) * SMALL));
  const long = width - LEFT * 2 - Math.max(2, ...figures) - 0.4;
  const tall = NAME + values.length * BAR + APART;
  const rows = picture.categories.map((name, at) => {
    const y = tall * at;
    return label(LEFT, y + 1.05, name, canvas.paint.text) + values.map((series, index) => bar(canvas, series, at, y + NAME + index * BAR, long * scale.part(series.values[at] ?? 0))).join("");
  });
  const height = tall * picture.categories.length;
  return { svg: rows.join("") + limits(canvas, scale, tall, long), height: height + 0.4 };
}

function bar(canvas: Canvas, series: PictureSeries, at: number, y: number, long: number): string {
  const { picture, paint } = canvas;
  const value = series.values[at] ?? null;
  const text = label(LEFT + (value === null ? 0 : long + 0.35), y + BAR * 0.78, figureText(picture, value), value === null ? paint.quiet : paint.text, "start", SMALL);
  if (value === null) return text;
  return `<rect x="${em(LEFT)}" y="${em(y)}" width="${em(long)}" height="${em(BAR * 0.85)}" fill="${canvas.fill(series)}" stroke="${paint.of(series.colour)}" stroke-width="0.08"/>${text}`;
}

function limits({ picture, paint }: Canvas, scale: Scale, tall: number, long: number): string {
  return picture.series.filter((one) => one.role === "limit").map((series) => series.values.map((value, at) => {
    if (value === null) return "";
    const x = LEFT + long * scale.part(value);
    return line([x, tall * at + NAME - 0.1], [x, tall * (at + 1) - APART + 0.1], paint.of(series.colour), dashes(picture, series));
  }).join("")).join("");
}
