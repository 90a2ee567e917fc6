import type { PictureSeries } from "../sheet-plan";
import { scaleOf, type Scale } from "./scale";
import { dashes, em, label, type Canvas, type Drawn } from "./drawing";
import { figureText, labelLines } from "./text";

type Point = readonly [number, number];

interface Wheel {
  readonly centre: Point;
  readonly radius: number;
  readonly spokes: number;
}

/** Ems kept for names on either side, and for two lines of them above and below. */
const SIDE = 6.6;
const EDGE = 3.6;
const RADIUS = 10.5;

/** A wheel with a spoke a category (雷达图): limits as dashed rings, values as a filled outline, figures at the spokes' ends. */
export function drawRadar(canvas: Canvas): Drawn {
  const { picture, paint, width } = canvas;
  const scale = scaleOf(picture);
  const radius = Math.min(RADIUS, width / 2 - SIDE);
  const wheel: Wheel = { centre: [width / 2, radius + EDGE], radius, spokes: picture.categories.length };
  const grid = picture.categories.map((_, at) => path([wheel.centre, point(wheel, at, 1)], paint.grid)).join("")
    + ring(wheel, picture.categories.map(() => 1), paint.grid);
  const limits = picture.series.filter((one) => one.role === "limit")
    .map((series) => ring(wheel, series.values.map((value) => scale.part(value ?? 0)), paint.of(series.colour), dashes(picture, series)));
  const values = picture.series.filter((one) => one.role === "value").map((series) => outline(canvas, wheel, scale, series));
  return { svg: grid + values.join("") + limits.join("") + names(canvas, wheel), height: radius * 2 + EDGE * 2 };
}

/** Spokes begin at the top and go round with the clock. */
function point({ centre, radius, spokes }: Wheel, at: number, part: number): Point {
  const angle = (at / spokes) * 2 * Math.PI - Math.PI / 2;
  return [centre[0] + Math.cos(angle) * radius * part, centre[1] + Math.sin(angle) * radius * part];
}

function path(points: readonly Point[], stroke: string, look = "", closed = false): string {
  const way = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${em(x)} ${em(y)}`).join("");
  const width = look.includes("stroke-width") ? "" : ' stroke-width="0.08"';
  return `<path d="${way}${closed ? "Z" : ""}" stroke="${stroke}"${look.includes("fill=") ? "" : ' fill="none"'}${width}${look}/>`;
}

function ring(wheel: Wheel, parts: readonly number[], stroke: string, look = ""): string {
  return path(parts.map((part, at) => point(wheel, at, part)), stroke, look, true);
}

/** The outline of one series; where a figure is missing it is open and stays unfilled. */
function outline({ paint }: Canvas, wheel: Wheel, scale: Scale, series: PictureSeries): string {
  const colour = paint.of(series.colour);
  const points = series.values.map((value, at) => (value === null ? null : point(wheel, at, scale.part(value))));
  const whole = points.every((one) => one !== null);
  const sides = points.map((from, at) => [from, points[(at + 1) % points.length]] as const);
  const drawn = whole
    ? path(points, colour, ` fill="${colour}" fill-opacity="0.18" stroke-width="0.18"`, true)
    : sides.map(([from, to]) => (from && to ? path([from, to], colour, ' stroke-width="0.18"') : "")).join("");
  return drawn + points.map((one) => (one ? `<circle cx="${em(one[0])}" cy="${em(one[1])}" r="0.25" fill="${colour}"/>` : "")).join("");
}

/** Names at the spokes' ends with the figure of the first series below them. */
function names({ picture, paint }: Canvas, wheel: Wheel): string {
  const series = picture.series.find((one) => one.role === "value");
  return picture.categories.map((name, at) => {
    const [x, y] = point(wheel, at, 1);
    const aside = x - wheel.centre[0];
    const anchor = Math.abs(aside) < 0.5 ? "middle" : aside > 0 ? "start" : "end";
    const lines = [...labelLines(name, 5), figureText(picture, series?.values[at] ?? null)];
    const up = y - wheel.centre[1];
    const top = Math.abs(up) > wheel.radius * 0.85 ? (up < 0 ? y - (lines.length - 1) * 1.1 - 0.5 : y + 1.4) : y - (lines.length - 1) * 0.55 + 0.3;
    const shift = anchor === "start" ? 0.5 : anchor === "end" ? -0.5 : 0;
    return lines.map((text, i) => label(x + shift, top + i * 1.1, text, i === lines.length - 1 ? paint.quiet : paint.text, anchor)).join("");
  }).join("");
}
