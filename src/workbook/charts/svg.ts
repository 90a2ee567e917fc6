import type { Picture, PictureSeries } from "../sheet-plan";
import { drawBars } from "./bars";
import { drawColumns } from "./columns";
import { dashes, em, label, line, type Canvas, type Drawn } from "./drawing";
import { drawRadar } from "./radar";
import { paintFor, type Paint } from "./palette";
import { escaped, textWidth } from "./text";

const FONTS = "'Microsoft YaHei','微软雅黑','PingFang SC','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Zen Hei',SimHei,sans-serif";
/** Below this many pixels letters do not shrink: the drawing takes another shape instead. */
const LETTER = 12;
/** Ems a picture is wide at most. */
const WIDEST = 50;
/** Narrower than this, columns lie down so that their names can be read. */
const LYING = 36;

/**
 * A picture as SVG (图), for the pane and, as PNG, for the Word file. Its title is left to the caption around it; who does not
 * see it hears title and description. Colours never say anything alone: series have patterns, figures stand beside them.
 */
export function pictureSvg(picture: Picture, { width, dark = false }: { readonly width: number; readonly dark?: boolean }): string {
  const letter = Math.max(LETTER, width / WIDEST);
  const paint = paintFor(dark);
  const canvas: Canvas = { picture, paint, width: width / letter, fill: (series) => fillOf(picture, series, paint) };
  const legend = drawLegend(canvas);
  const body = draw(canvas);
  const height = legend.height + body.height;
  const size = (ems: number): string => em(ems * letter);
  const id = escaped(picture.id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" width="${size(canvas.width)}" height="${size(height)}" viewBox="0 0 ${em(canvas.width)} ${em(height)}" font-family="${FONTS}" font-size="1">`,
    `<title id="${id}-title">${escaped(picture.title)}</title><desc id="${id}-desc">${escaped(picture.alt)}</desc>`,
    `<defs>${picture.series.map((series, index) => pattern(canvas, series, index)).join("")}</defs>`,
    `<rect width="100%" height="100%" fill="${paint.ground}"/>`,
    legend.svg,
    `<g transform="translate(0 ${em(legend.height)})">${body.svg}</g></svg>`,
  ].join("");
}

function draw(canvas: Canvas): Drawn {
  if (canvas.picture.kind === "radar") return drawRadar(canvas);
  return canvas.picture.kind === "bars" || canvas.width < LYING ? drawBars(canvas) : drawColumns(canvas);
}

function valuesOf(picture: Picture): PictureSeries[] {
  return picture.series.filter((one) => one.role === "value");
}

/** The first series of values is filled whole, the second striped, the third dotted. */
function fillOf(picture: Picture, series: PictureSeries, paint: Paint): string {
  return valuesOf(picture).indexOf(series) === 0 ? paint.of(series.colour) : `url(#${escaped(picture.id)}-${String(picture.series.indexOf(series))})`;
}

function pattern({ picture, paint }: Canvas, series: PictureSeries, index: number): string {
  const place = valuesOf(picture).indexOf(series);
  if (place < 1) return "";
  const colour = paint.of(series.colour);
  const mark = place === 1 ? `<rect width="0.3" height="0.5" fill="${colour}"/>` : `<circle cx="0.25" cy="0.25" r="0.17" fill="${colour}"/>`;
  return `<pattern id="${escaped(picture.id)}-${String(index)}" width="0.5" height="0.5" patternUnits="userSpaceOnUse"${place === 1 ? ' patternTransform="rotate(45)"' : ""}>${mark}</pattern>`;
}

/** What each series is: a sample and its name; a limit that is the same everywhere with its figure. */
function drawLegend(canvas: Canvas): Drawn {
  const { picture, paint, width } = canvas;
  let x = 0.5;
  let y = 0.4;
  const parts = picture.series.map((series) => {
    const text = legendText(picture, series);
    const taken = textWidth(text) + 3.4;
    if (x > 0.5 && x + taken > width) {
      x = 0.5;
      y += 1.5;
    }
    const sample = series.role === "limit"
      ? line([x, y + 0.5], [x + 1.8, y + 0.5], paint.of(series.colour), dashes(picture, series))
      : `<rect x="${em(x)}" y="${em(y)}" width="1.8" height="1" fill="${canvas.fill(series)}" stroke="${paint.of(series.colour)}" stroke-width="0.08"/>`;
    const drawn = sample + label(x + 2.2, y + 0.86, text, paint.text);
    x += taken;
    return drawn;
  });
  return { svg: parts.join(""), height: y + 2 };
}

function legendText(picture: Picture, series: PictureSeries): string {
  const [first = null] = series.values;
  return series.role === "limit" && series.values.every((value) => value === first) ? `${series.name} ${String(first)}${picture.unit}` : series.name;
}
