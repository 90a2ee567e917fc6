import { child, descendants, parseXml, type XmlElement } from "./xml";

// The palette of old files (ECMA-376 18.8.27), after the eight that repeat.
const PALETTE = ("000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333").split(" ");
// Office's theme, for files without one.
const THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];
// Cells count the first four theme colours in another order than the theme lists them.
const ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** The twelve colours of a theme part, in the order cells count them. */
export function readTheme(xml: string | null): readonly string[] {
  if (xml === null) return THEME;
  const scheme = descendants(parseXml(xml, "theme"), "clrScheme")[0];
  return ORDER.map((name, i) => {
    const colour = child(scheme, name)?.children[0];
    return colour?.attributes.lastClr ?? (colour?.name === "srgbClr" ? colour.attributes.val : undefined) ?? THEME[i] ?? "000000";
  });
}

/** A colour element as `#RRGGBB`; `null` when automatic or absent. */
export function readColour(element: XmlElement | undefined, theme: readonly string[], palette: readonly string[] = PALETTE): string | null {
  if (!element) return null;
  const { rgb, theme: themed, indexed, tint } = element.attributes;
  let hex: string | undefined;
  if (rgb !== undefined) hex = rgb.length === 8 ? rgb.slice(2) : rgb;
  else if (themed !== undefined) hex = theme[Number(themed)];
  // 64 and 65 are the system's own text and background.
  else if (indexed !== undefined && Number(indexed) < 64) hex = palette[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8];
  if (hex === undefined || !/^[0-9A-Fa-f]{6}$/.test(hex)) return null;
  return `#${(tint === undefined ? hex : tinted(hex, Number(tint))).toUpperCase()}`;
}

/** Lighter (tint above 0) or darker, by lightness, as Excel draws theme colours. */
function tinted(hex: string, tint: number): string {
  const rgb = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [max, min] = [Math.max(...rgb), Math.min(...rgb)];
  const light = (max + min) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // Keeping hue and saturation while lightness moves: every channel keeps its share of the room it has.
  const room = (value: number) => 1 - Math.abs(2 * value - 1);
  const scale = room(light) === 0 ? 0 : room(target) / room(light);
  return rgb.map((value) => Math.round(Math.min(1, Math.max(0, target + (value - light) * scale)) * 255).toString(16).padStart(2, "0")).join("");
}
