/**
 * A custom function as a formula writes it: `formulaName("CV")` → `YJJH.CV`.
 * The one place that knows the prefix: a renamed function would break every saved workbook.
 */
export function formulaName(id: string): string {
  return `YJJH.${id}`;
}
