/** Column letters of a zero-based index: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = "";
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `F7` of a zero-based row and column. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** A place for people and for jumping to: `表!F7`. The sheet's name is written bare, as staff read it. */
export function place(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellName(row, column)}`;
}
