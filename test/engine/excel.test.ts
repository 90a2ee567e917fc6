import fc from "fast-check";
import { explain, judge, plainFormula, STAGES, VERDICTS } from "../../src/engine";
import type { PlainForm, School, Stage, Switches } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { evaluate } from "./evaluate";
import { passing, school } from "./schools";

const cellOf = (one: School) => (fact: string, scope: "school" | "primary" | "junior" | "senior"): string | null => one.figures[fact]?.[scope]?.cell?.replace("表!", "") ?? null;

function valuesOf(one: School): Map<string, number | null> {
  return new Map(Object.values(one.figures).flatMap((scopes) => Object.values(scopes).map((figure) => [(figure.cell ?? "").replace("表!", ""), figure.value] as const)));
}

function formOf(one: School, stage: Stage, indicator: number, switches: Switches = {}): PlainForm | null {
  return plainFormula(one, stage, indicator, DEFAULT_STANDARD, cellOf(one), switches);
}

/** The verdict a sheet program would come to with nothing but the form. */
function verdictInExcel(form: PlainForm, cells: Map<string, number | null>): string {
  const number = (ref: string): boolean => typeof cells.get(ref) === "number";
  const usable = form.reads.every((read) => number(read.ref)) && form.positive.every((ref) => (cells.get(ref) ?? 0) > 0);
  if (!usable) return form.certain && verdictInExcel(form.certain, cells) === "met" ? "met" : "undetermined";
  if (form.unsure !== null && evaluate(form.unsure, cells) === 1) return "undetermined";
  if (evaluate(form.atLine, cells) === 1) return "met";
  if (form.partial) return "undetermined";
  return evaluate(form.atFloor, cells) === 1 ? "floor" : "unmet";
}

describe("the plain Excel form of an indicator", () => {
  const shared = { teachingArea: 500, indoorSportArea: 20, multimediaRooms: 9 };

  test.each([
    ["a sum", school("primary", { students: 1000, teachersCollege: 12, teachersBachelor: 30 }), "primary", 0, "ROUND((E7+F7)*100/D7,9)>=4.2", "ROUND((E7+F7)*100/D7,9)>=3.57"],
    ["one figure", passing("junior"), "junior", 0, "ROUND(E7*100/D7,9)>=5.3", "ROUND(E7*100/D7,9)>=4.505"],
    ["九年一贯制, 小学", school("nineYear", { students: { primary: 1, junior: 2 }, ...shared }), "primary", 3, "ROUND((F7-G7)/(D7+1.1*E7),9)>=4.5", "ROUND((F7-G7)/(D7+1.1*E7),9)>=3.825"],
    ["九年一贯制, 初中", school("nineYear", { students: { primary: 1, junior: 2 }, ...shared }), "junior", 6, "ROUND(H7*100/(D7/1.1+E7),9)>=2.4", "ROUND(H7*100/(D7/1.1+E7),9)>=2.04"],
    ["十二年一贯制, 初中", school("twelveYear", { students: { primary: 1, junior: 2, senior: 3 }, multimediaRooms: 9 }), "junior", 6, "ROUND(G7*100/(D7/1.1+E7+1.2*F7),9)>=2.4", "ROUND(G7*100/(D7/1.1+E7+1.2*F7),9)>=2.04"],
    ["完全中学", school("complete", { students: { junior: 2, senior: 3 }, multimediaRooms: 9 }), "junior", 6, "ROUND(F7*100/(D7+1.2*E7),9)>=2.4", "ROUND(F7*100/(D7+1.2*E7),9)>=2.04"],
    ["stage columns", school("nineYear", { students: { primary: 1, junior: 2 }, multimediaRooms: { primary: 3, junior: 4 } }), "junior", 6, "ROUND(G7*100/E7,9)>=2.4", "ROUND(G7*100/E7,9)>=2.04"],
  ] as const)("%s (R8)", (_, one, stage, indicator, atLine, atFloor) => {
    expect(formOf(one, stage, indicator)).toMatchObject({ atLine, atFloor });
  });

  test("a blank keeps its form: it turns live when the cell is filled", () => {
    const one = school("nineYear", { students: { primary: 100, junior: null }, multimediaRooms: null });
    const form = formOf(one, "primary", 6)!;
    expect(form.value).toBe("F7*100/(D7+1.1*E7)");
    expect(form.reads.map((read) => read.ref)).toEqual(["F7", "D7", "E7"]);
    expect(form.positive).toEqual(["D7"]);
    expect(verdictInExcel(form, valuesOf(one))).toBe("undetermined");
  });

  test("there is none without columns, nor for teachers of two stages in one column (R13)", () => {
    expect(formOf(school("primary", { students: 100 }), "primary", 6)).toBeNull();
    expect(formOf(school("primary", { students: 100, teachingArea: 500 }), "primary", 3)).toBeNull();
    expect(formOf(passing("primary"), "junior", 3)).toBeNull();
    const teachers = school("nineYear", { students: { primary: 100, junior: 100 }, backboneTeachers: 4 });
    expect(formOf(teachers, "primary", 1)).toBeNull();
    expect(formOf(teachers, "primary", 1, { shareTeachersByStudents: true })?.value).toBe("F7*100/(D7+E7)");
  });

  test("a printed ratio carries the half unit that hides its side (R10)", () => {
    const one = school("primary", { ratioMultimedia: { value: 2.3, cell: "表!Q7", places: 1 } });
    const form = formOf(one, "primary", 6)!;
    expect(form).toMatchObject({ value: "Q7", unsure: "OR(ABS(Q7-2.3)<=0.05,ABS(Q7-1.955)<=0.05)", positive: [] });
    expect([2.2, 2.3, 2.4, 1.9, 1.8].map((value) => verdictInExcel(form, new Map([["Q7", value]])))).toEqual(["floor", "undetermined", "met", "unmet", "unmet"]);
  });

  test("运动场地 alone proves A5 while 室内体育用房 is blank (R14)", () => {
    const form = formOf(school("primary", { students: 100, sportFieldArea: 800, indoorSportArea: null }), "primary", 4)!;
    expect(form.value).toBe("(E7+F7)/D7");
    expect(form.certain).toMatchObject({ value: "E7/D7", partial: true });
    expect([800, 700].map((area) => verdictInExcel(form, new Map([["D7", 100], ["E7", area], ["F7", null]])))).toEqual(["met", "undetermined"]);
  });

  test("uses Excel 2010 at most, no array constants, and stays short", () => {
    const twelve = school("twelveYear", { students: { primary: 1, junior: 2, senior: 3 }, teachingArea: 1, indoorSportArea: 1, sportFieldArea: 1, equipmentValue: 1, multimediaRooms: 1 });
    for (const stage of STAGES) {
      for (const indicator of [3, 4, 5, 6]) {
        const { atLine, atFloor } = formOf(twelve, stage, indicator)!;
        for (const text of [atLine, atFloor]) {
          expect(text).not.toMatch(/[{}]/);
          expect(text.match(/[A-Z]+(?=\()/g)).toEqual(["ROUND"]);
          expect(text.length).toBeLessThan(80);
        }
      }
    }
  });
});

describe("value, explanation and Excel form are one", () => {
  const amount = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 60000 }) }, { weight: 1, arbitrary: fc.constant(null) });
  const pupils = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 50, max: 3000 }) }, { weight: 1, arbitrary: fc.constant(null) });
  const anySchool = fc.record({
    type: fc.constantFrom("primary" as const, "junior" as const, "nineYear" as const, "twelveYear" as const, "complete" as const),
    primary: pupils, junior: pupils, senior: pupils,
    resources: fc.record({
      teachersCollege: amount, teachersBachelor: amount, backboneTeachers: amount, sportTeachers: amount, artTeachersTotal: amount,
      teachingAreaNet: amount, indoorSportArea: amount, sportFieldArea: amount, equipmentValue: amount, multimediaRooms: amount,
    }, { requiredKeys: [] }),
    shareTeachersByStudents: fc.boolean(),
  });

  test("for any school, blanks included", () => {
    fc.assert(
      fc.property(anySchool, ({ type, primary, junior, senior, resources, shareTeachersByStudents }) => {
        const one = school(type, { students: type === "primary" ? { primary } : type === "junior" ? { junior } : type === "complete" ? { junior, senior } : type === "nineYear" ? { primary, junior } : { primary, junior, senior }, ...resources });
        const switches = { shareTeachersByStudents };
        const judged = judge([one], DEFAULT_STANDARD, switches);
        const cells = valuesOf(one);
        for (let row = 0; row < judged.table.count; row++) {
          for (let k = 0; k < 7; k++) {
            const verdict = VERDICTS[judged.codes[k]![row]!]!;
            const value = judged.values[k]![row]!;
            const finding = explain(judged, row, k, DEFAULT_STANDARD);
            expect(finding.verdict).toBe(verdict);
            expect(finding.value).toBe(Number.isNaN(value) ? null : value);
            const form = formOf(one, STAGES[judged.table.stage[row]!]!, k, switches);
            expect(form === null ? "undetermined" : verdictInExcel(form, cells)).toBe(verdict);
            if (form && !Number.isNaN(value)) expect(evaluate(form.value, cells)).toBeCloseTo(value, 6);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
