/**
 * A custom function as a formula writes it: `formulaName("CV")` → `YJJH.CV`.
 * The one place that knows the prefix: a renamed function would break every saved workbook.
 */
export function formulaName<Id extends string>(id: Id): `YJJH.${Id}` {
  return `YJJH.${id}`;
}
