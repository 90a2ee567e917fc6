import { columnLetters } from "../grid/cell-name";
import { isOpen, meant, type Column } from "./columns";
import { termOf } from "./heading";
import type { ColumnMapping } from "./model";
import type { ColumnPath } from "./paths";
import { cellAt, type RawTable } from "./tables";
import { ATTRIBUTE_WORDS } from "./vocabulary";

/** What the rest of the program sees of a column. */
export function mappingOf(table: RawTable, column: Column): ColumnMapping {
  const index = cellAt(table, column.path.row, column.path.index).column;
  const fact = meant(column);
  return {
    column: columnLetters(index), index, heading: column.path.path.join(" › "), key: column.key,
    fact, term: termFor(column, fact), scope: column.scope, unit: column.unit, factor: column.factor,
    confidence: column.confidence, evidence: column.evidence, sample: sampleOf(table, column.path),
    candidates: isOpen(column) ? column.candidates : [], source: column.source,
  };
}

function termFor(column: Column, fact: string | null): string {
  if (fact === null) return "";
  const attribute = ATTRIBUTE_WORDS.find(([name]) => name === fact);
  return attribute ? attribute[1] : column.candidates.find((candidate) => candidate.fact === fact)?.term ?? termOf(fact);
}

function sampleOf(table: RawTable, path: ColumnPath): string {
  for (let row = table.firstData; row < Math.min(table.endData, table.firstData + 50); row += 1) {
    const cell = table.block.values[row]?.[path.index];
    if (cell !== null && cell !== undefined && String(cell).trim() !== "") return String(cell).trim().slice(0, 40);
  }
  return "";
}
