import { formulaName } from "../grid/formula-name";
import * as declared from "./functions";
import { FUNCTION_NAMES, type FunctionName } from "./table";

const DECLARATIONS: Readonly<Record<FunctionName, (...args: unknown[][][]) => unknown>> = {
  CV: declared.cv, CVTOTAL: declared.cvTotal, CONTRIBUTION: declared.contribution,
  GINI: declared.gini, THEIL: declared.theil, MCLOONE: declared.mcloone, RANGERATIO: declared.rangeRatio,
  INDICATOR: declared.indicator, COMPLIANT: declared.compliant, VERDICT: declared.verdict, GAP: declared.gap, EXPLAIN: declared.explain,
  EVALUATE: declared.evaluate, COUNTY: declared.county,
  SPLIT: declared.split, THRESHOLD: declared.threshold, CLAUSE: declared.clause, STANDARDS: declared.standards,
};

/**
 * Tells Excel which code answers which function; does nothing where there is no Excel.
 * Both forms of the id are told, so the same code serves metadata with and without `<Namespace>`.
 */
export function associateFunctions(): void {
  if (typeof CustomFunctions === "undefined") return;
  for (const name of FUNCTION_NAMES) {
    CustomFunctions.associate(formulaName(name), DECLARATIONS[name]);
    CustomFunctions.associate(name, DECLARATIONS[name]);
  }
}
