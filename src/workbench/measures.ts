/** Widths and heights: the file counts characters and points, the grid pixels. */
export function widthInPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

export function heightInPixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** Back to characters; a width nobody changed comes back as it was. */
export function widthInCharacters(pixels: number, before: number | undefined): number {
  return before !== undefined && widthInPixels(before) === pixels ? before : Math.round(((pixels - 5) / 7) * 100) / 100;
}

export function heightInPoints(pixels: number, before: number | undefined): number {
  return before !== undefined && heightInPixels(before) === pixels ? before : Math.round(pixels * 75) / 100;
}
