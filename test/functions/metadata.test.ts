import { readFileSync } from "node:fs";
import { buildMetadata, type BuiltMetadata } from "../../src/functions/build-metadata.js";
import { FUNCTIONS } from "../../src/functions/table";
import { formulaName } from "../../src/grid/formula-name";

interface Parameter { readonly name: string; readonly description: string; readonly optional?: boolean; readonly dimensionality?: string; readonly type?: string }
interface Entry { readonly id: string; readonly name: string; readonly description: string; readonly parameters: readonly Parameter[]; readonly result: { readonly dimensionality?: string; readonly type?: string } }
interface Metadata { readonly functions: readonly Entry[] }

const parse = (text: string): Metadata => JSON.parse(text) as Metadata;
const golden = JSON.parse(readFileSync(new URL("./metadata.golden.json", import.meta.url), "utf8")) as unknown;

/** Built-in functions of Excel that share a name with one of ours after the prefix would be fine; sharing the whole name would not. */
const BUILT_IN_WITH_DOT = ["STDEV.P", "STDEV.S", "VAR.P", "VAR.S", "MODE.SNGL", "RANK.EQ", "PERCENTILE.INC", "FORECAST.ETS", "CEILING.MATH", "NETWORKDAYS.INTL"];
const CELL = /^\$?[A-Z]{1,3}\$?\d+$|^R\d*C\d*$|^[RC]$/i;

describe("metadata of the functions", () => {
  let full: BuiltMetadata;
  let namespace: BuiltMetadata;
  beforeAll(async () => {
    full = await buildMetadata({ form: "full" });
    namespace = await buildMetadata({ form: "namespace" });
  });

  test("ids, names and parameters are those of the golden file: a saved workbook must open for ever", () => {
    const shape = parse(full["functions.json"]).functions.map(({ id, name, parameters, result }) => ({
      id, name, parameters: parameters.map((one) => one.name + (one.optional ? "?" : "")), result: `${result.type ?? "any"}${result.dimensionality === "matrix" ? "[][]" : ""}`,
    }));
    expect(shape).toEqual(golden);
  });

  test("every parameter takes ranges of anything, and every function and parameter is explained in Chinese", () => {
    for (const one of parse(full["functions.json"]).functions) {
      expect(one.description).toMatch(/[\u4e00-\u9fff].*例：=YJJH\.[A-Z]+\(/);
      for (const parameter of one.parameters) {
        expect(parameter).toMatchObject({ dimensionality: "matrix", type: "any" });
        expect(parameter.description).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  test("English covers every function and parameter, keeps names and examples and changes nothing else", () => {
    const chinese = parse(full["functions.json"]).functions;
    const english = parse(full["functions.en-US.json"]).functions;
    const bare = (list: readonly Entry[]) => list.map((one) => ({ ...one, description: "", parameters: one.parameters.map((parameter) => ({ ...parameter, description: "" })) }));
    expect(bare(english)).toEqual(bare(chinese));
    english.forEach((one, i) => {
      expect(one.description).not.toBe(chinese[i]?.description);
      expect(/=YJJH.*$/.exec(one.description)?.[0]).toBe(/=YJJH.*$/.exec(chinese[i]?.description ?? "")?.[0]);
      one.parameters.forEach((parameter, k) => { expect(parameter.description).not.toBe(chinese[i]?.parameters[k]?.description); });
    });
  });

  test("flags that crash Excel LTSC 2021 are in no file", () => {
    for (const file of [full, namespace]) {
      expect(file["functions.json"] + file["functions.en-US.json"]).not.toMatch(/allowCustomDataForDataTypeAny|allowErrorForDataTypeAny/);
    }
  });

  test("no function is volatile, streaming or asks for addresses", () => {
    for (const one of parse(full["functions.json"]).functions) expect(one).not.toHaveProperty("options");
  });

  test("no name is a cell reference or a function Excel has, and none is shorter than three characters", () => {
    for (const { id, name } of parse(full["functions.json"]).functions) {
      expect(name).not.toMatch(CELL);
      expect(BUILT_IN_WITH_DOT).not.toContain(name);
      expect(id.length).toBeGreaterThanOrEqual(3);
      expect(name).toBe(id);
    }
  });

  test("the other form moves the prefix into the manifest's namespace and changes nothing else", () => {
    const whole = parse(full["functions.json"]).functions;
    const short = parse(namespace["functions.json"]).functions;
    expect(short.map((one) => `YJJH.${one.id}`)).toEqual(whole.map((one) => one.id));
    expect(short.map(({ description, parameters }) => ({ description, parameters }))).toEqual(whole.map(({ description, parameters }) => ({ description, parameters })));
    expect(namespace.associations.map(({ id }) => id)).toEqual(short.map((one) => one.id));
  });

  test("a formula reads YJJH.X in both forms", () => {
    expect(formulaName("COMPLIANT")).toBe("YJJH.COMPLIANT");
  });

  test("the table for other programs lists the same functions with the same parameters", () => {
    expect(FUNCTIONS.map(({ id, parameters, required }) => ({ id, parameters, required }))).toEqual(
      parse(full["functions.json"]).functions.map(({ id, parameters }) => ({ id, parameters: parameters.length, required: parameters.filter((one) => !one.optional).length })));
  });

  test("a function answers rows or one value as Excel is told", () => {
    const told = parse(full["functions.json"]).functions.map(({ id, result }) => [id, result.dimensionality === "matrix"]);
    expect(FUNCTIONS.map(({ id, spills }) => [id, spills])).toEqual(told);
    expect(told.filter(([, spills]) => spills)).toHaveLength(10);
  });

  test("every function of the table is declared for Excel", () => {
    expect(full.associations.map(({ id }) => id).sort()).toEqual(FUNCTIONS.map(({ id }) => id as string).sort());
  });

  test("CV says first that one column alone is not for declaration, the other measures that 差异系数 alone decides", () => {
    const help = new Map(parse(full["functions.json"]).functions.map((one) => [one.id, one.description]));
    expect(help.get("YJJH.CV")).toMatch(/^未按学生数加权，不得用于申报/);
    for (const id of ["GINI", "THEIL", "MCLOONE", "RANGERATIO"]) expect(help.get(`YJJH.${id}`)).toContain("只看差异系数");
  });
});
