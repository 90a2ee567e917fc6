import type { Picture, PictureSeries } from "../sheet-plan";
import type { Paint } from "./palette";
import { escaped } from "./text";

/** A drawing under way. Lengths are in ems of its letters, so that a picture twice as wide is the same picture. */
export interface Canvas {
  readonly picture: Picture;
  readonly paint: Paint;
  /** Width in ems. */
  readonly width: number;
  /** A fill of a series: its pattern where it has one. */
  readonly fill: (series: PictureSeries) => string;
}

/** Part of a drawing, with the height it takes. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/** A length with no more places than a screen shows. */
export function em(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export type Anchor = "start" | "middle" | "end";

export function label(x: number, y: number, text: string, fill: string, anchor: Anchor = "start", size = 1): string {
  const scale = size === 1 ? "" : ` font-size="${em(size)}"`;
  return `<text x="${em(x)}" y="${em(y)}" fill="${fill}" text-anchor="${anchor}"${scale}>${escaped(text)}</text>`;
}

export function line(from: readonly [number, number], to: readonly [number, number], stroke: string, look = ' stroke-width="0.08"'): string {
  return `<line x1="${em(from[0])}" y1="${em(from[1])}" x2="${em(to[0])}" y2="${em(to[1])}" stroke="${stroke}"${look}/>`;
}

/** Limits are dashed, each in a way of its own. */
export function dashes(picture: Picture, series: PictureSeries): string {
  const place = picture.series.filter((one) => one.role === "limit").indexOf(series);
  return ` stroke-dasharray="${place === 0 ? "0.6 0.3" : "0.15 0.3"}" stroke-width="0.14"`;
}
