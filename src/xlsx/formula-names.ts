/**
 * Function names as files keep them and as people type them: `_xldudf_YJJH_CV` ↔ `YJJH.CV`, `_xlfn._xlws.FILTER` ↔ `FILTER`.
 * Formulas here have no `=`.
 */

// Functions that came after Excel 2007: files keep them with a prefix.
const NEWER = new Set(
  ("ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW " +
    "CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH " +
    "DAYS DECIMAL DROP ECMA.CEILING ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE " +
    "FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST " +
    "IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT " +
    "NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST " +
    "QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S SWITCH " +
    "T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WORKDAY.INTL " +
    "WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST").split(" "),
);
const WORKSHEET = new Set(["FILTER", "SORT"]);

const SHOWN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|_xlfn\.ANCHORARRAY\((\$?[A-Z]+\$?\d+)\)|(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+|_xldudf_YJJH_(\w+)/gi;

/** A stored formula in the words people type. */
export function shownFormula(stored: string): string {
  if (!stored.includes("_xl")) return stored;
  return stored.replace(SHOWN, (whole: string, anchor: string | undefined, own: string | undefined) => {
    if (anchor !== undefined) return `${anchor}#`;
    if (own !== undefined) return `YJJH.${own}`;
    return whole.startsWith("_") ? "" : whole;
  });
}

const STORED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?[A-Z]{1,3}\$?\d{1,7})#|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)(\(?)/giu;

/** A formula as files keep it. */
export function storedFormula(shown: string): string {
  const parameters = parameterNames(shown);
  return shown.replace(STORED, (whole: string, anchor: string | undefined, name: string | undefined, call: string | undefined) => {
    if (anchor !== undefined) return `_xlfn.ANCHORARRAY(${anchor})`;
    if (name === undefined) return whole;
    const upper = name.toUpperCase();
    if (parameters.has(upper)) return `_xlpm.${whole}`;
    if (call !== "(") return whole;
    if (upper.startsWith("YJJH.")) return `_xldudf_${upper.replace(/\./g, "_")}(`;
    if (WORKSHEET.has(upper)) return `_xlfn._xlws.${upper}(`;
    return NEWER.has(upper) ? `_xlfn.${upper}(` : whole;
  });
}

/** Names that LET and LAMBDA give inside the formula. */
function parameterNames(formula: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of formula.matchAll(/(?<![\p{L}\p{N}_.])(LET|LAMBDA)\(/giu)) {
    const texts = argumentTexts(formula, match.index + match[0].length);
    const step = match[1]?.toUpperCase() === "LET" ? 2 : 1;
    for (let i = 0; i < texts.length - 1; i += step) {
      const name = texts[i]?.trim() ?? "";
      if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) names.add(name.toUpperCase());
    }
  }
  return names;
}

/** Texts of a call's arguments, from after its opening bracket. */
function argumentTexts(formula: string, from: number): string[] {
  const texts: string[] = [];
  let depth = 0;
  let start = from;
  let quote = "";
  for (let at = from; at < formula.length; at++) {
    const sign = formula[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if ("([{".includes(sign)) depth++;
    else if (sign === "," && depth === 0) {
      texts.push(formula.slice(start, at));
      start = at + 1;
    } else if (")]}".includes(sign)) {
      if (depth === 0) return [...texts, formula.slice(start, at)];
      depth--;
    }
  }
  return [...texts, formula.slice(start)];
}
