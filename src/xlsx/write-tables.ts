import { parseArea } from "../grid/address";
import type { CellPatches } from "./diff-cells";
import type { SheetModel } from "./model";
import type { Package } from "./package";
import { child, children, parseXml, retag, splice } from "./xml";

/** A table's columns are named in its own part too; Excel calls a file damaged when the two differ. */
export function writeTableHeadings(file: Package, sheetPart: string, sheet: SheetModel, patches: CellPatches): void {
  for (const { type, target } of file.relationships(sheetPart)) {
    if (type !== "table" || !file.has(target)) continue;
    const source = file.text(target);
    const root = parseXml(source, target);
    const area = parseArea(root.attributes.ref ?? "");
    if (!area || root.attributes.headerRowCount === "0" || !patches.has(area.row)) continue;
    const taken = new Set<string>();
    const splices = children(child(root, "tableColumns"), "tableColumn").map((column, i) => {
      const value = sheet.cells[area.row]?.[area.column + i]?.value ?? null;
      const name = (unique(value === null || value === "" ? `列${String(i + 1)}` : String(value), taken)).replace(/\r?\n/g, "_x000a_");
      return retag(source, column, { name });
    });
    file.set(target, splice(source, splices));
  }
}

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${name}${String(number)}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
