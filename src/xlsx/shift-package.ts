import type { StructureEdit } from "./model";
import type { Package } from "./package";

export function shiftPackage(file: Package, edits: readonly StructureEdit[]): void {
  void file; void edits;
}
