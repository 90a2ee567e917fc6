import type { Stage } from "../../engine";

/** Colours of the stages (学段), the same in every picture. A pattern or a label always says the same. */
export const STAGE_COLOURS: Readonly<Record<Stage, string>> = { primary: "#2B6CB0", junior: "#B45309" };

/** Lines of the law: 限值, 达标线. */
export const LINE_COLOUR = "#B91C1C";
/** The line a school may be left at once. */
export const FLOOR_COLOUR = "#6B7280";

/** What a drawing is made of. */
export interface Paint {
  readonly ground: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  /** A series' colour on this ground. */
  readonly of: (colour: string) => string;
}

const LIGHT: Paint = { ground: "#FFFFFF", text: "#242424", quiet: "#5C5C5C", grid: "#D6D6D6", of: (colour) => colour };
const DARK: Paint = { ground: "#292929", text: "#F5F5F5", quiet: "#C7C7C7", grid: "#5C5C5C", of: lightened };

export function paintFor(dark: boolean): Paint {
  return dark ? DARK : LIGHT;
}

/** Half way to white, so that it stands out on dark. */
function lightened(colour: string): string {
  const parts = /^#(..)(..)(..)$/.exec(colour)?.slice(1) ?? [];
  return parts.length === 3 ? `#${parts.map((part) => Math.round((parseInt(part, 16) + 255) / 2).toString(16).padStart(2, "0")).join("")}` : colour;
}
