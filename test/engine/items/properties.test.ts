import fc from "fast-check";
import { found, form, good, judged } from "./counties";
import { ITEM_BOOK, ITEM_FACTS } from "../../../src/standards";
import type { ItemFinding, School, Verdict } from "../../../src/engine";

const COUNTY = ITEM_FACTS.filter(({ level, items, kind }) => level === "county" && items.length > 0 && kind !== "text").map(({ id }) => id.replace("county.", ""));
/** More of these is never worse: what the items count upwards, whole numbers below their totals. */
const RISING = ["specialFunds", "teacherSalary", "teachersTrained", "rotatedBackbone", "teachersCertified", "nearbyPrimary", "nearbyJunior", "seniorQuotaAllocated", "migrantPublic", "migrantPurchased", "graduates", "transferredOut", "disabledEnrolled", "recognition", "applicationYear"];

const passes = (verdict: Verdict): boolean => verdict === "met" || verdict === "notApplicable";
/** Figures that contradict each other judge nothing until one of them is changed, or gone. */
const isContradicted = ({ lacks }: ItemFinding): boolean => lacks.some(({ text }) => text.includes("请核对"));
const RUNS = { numRuns: 60 };

describe("what must hold for any county form", () => {
  /** Some lines changed to other small numbers or blanked, the rest passing examples. */
  const changes = fc.dictionary(fc.constantFrom(...COUNTY), fc.option(fc.integer({ min: 0, max: 3000 })), { maxKeys: 12 });

  test("blanking a line never gains an item 达标, nor the county", () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...COUNTY), (typed, gone) => {
        const [before, after] = [judged({ county: form(typed) }), judged({ county: form({ ...typed, [gone]: null }) })];
        for (const { item, verdict } of after.findings) if (verdict === "met") expect(isContradicted(found(before, item.id)) || passes(found(before, item.id).verdict)).toBe(true);
        const fact = ITEM_FACTS.find(({ id }) => id === `county.${gone}`)!;
        const inTest = !["disabledSpecial", "seniorQuotaRural", "specialSchools"].includes(gone);
        for (const id of fact.items.filter((one) => inTest && ITEM_BOOK.items.some((item) => item.id === one && item.tests.length === 1))) {
          expect(found(after, id).verdict).not.toBe("met");
        }
      }),
      RUNS,
    );
  });

  test("raising what is counted upwards never loses 达标 while it stays within its whole", () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...RISING), fc.integer({ min: 1, max: 40 }), (typed, fact, more) => {
        const before = judged({ county: form(typed) });
        const value = form(typed)[`county.${fact}`]!.value;
        fc.pre(value !== null);
        const after = judged({ county: form({ ...typed, [fact]: value + more }) });
        for (const finding of after.findings) {
          const { item, verdict } = finding;
          const isHigher = item.id === "D1" && value + more > 100;
          if (found(before, item.id).verdict === "met" && !isContradicted(finding) && !isHigher) expect([item.id, verdict]).toEqual([item.id, "met"]);
        }
      }),
      RUNS,
    );
  });
});

describe("what must hold for any schools", () => {
  const FACTS = ["students", "classes", "largestClass", "musicRoomsQualified", "fineArtRoomsQualified", "publicFundsBudget", "trainingFunds", "publicFunds", "teachersCertified", "fullTimeTeachers", "builtYear", "hasBuildingPlan", "migrantStudents"] as const;
  const figures = fc.record({
    students: fc.option(fc.integer({ min: 30, max: 2600 })), classes: fc.option(fc.integer({ min: 1, max: 60 })), largestClass: fc.option(fc.integer({ min: 20, max: 60 })),
    musicRoomsQualified: fc.option(fc.nat({ max: 5 })), fineArtRoomsQualified: fc.option(fc.nat({ max: 5 })), publicFundsBudget: fc.option(fc.integer({ min: 0, max: 900 })),
    trainingFunds: fc.option(fc.integer({ min: 0, max: 90 })), publicFunds: fc.option(fc.integer({ min: 50000, max: 90000 })), teachersCertified: fc.option(fc.nat({ max: 9 })),
    fullTimeTeachers: fc.option(fc.nat({ max: 9 })), builtYear: fc.option(fc.integer({ min: 2005, max: 2020 })), hasBuildingPlan: fc.option(fc.nat({ max: 1 })), migrantStudents: fc.option(fc.nat({ max: 2600 })),
  });
  const type = fc.constantFrom("primary", "junior", "teachingPoint", "complete", "twelveYear" as const);
  const switches = fc.record({ reliefRoomsBuilt: fc.boolean(), reliefSizeBuilt: fc.boolean(), reliefSizeMigrants: fc.boolean(), roomsTogether: fc.boolean() });
  /** B12 would fall back on the form once no school gives a figure. */
  const county = form({ teachersCertified: null, teachersOnDuty: null });

  test("blanking a figure never gains an item 达标", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(type, figures), { minLength: 1, maxLength: 4 }), switches, fc.constantFrom(...FACTS), (many, on, gone) => {
        const schools = (cut: boolean): School[] => many.map(([which, given], i) => good(which, cut && i === 0 ? { ...given, [gone]: null } : given, { name: `第${String(i)}学校` }));
        const [before, after] = [false, true].map((cut) => judged({ schools: schools(cut), county, switches: on }));
        for (const { item, verdict } of after!.findings) {
          if (verdict === "met") expect([item.id, isContradicted(found(before!, item.id)) || passes(found(before!, item.id).verdict)]).toEqual([item.id, true]);
        }
      }),
      RUNS,
    );
  });

  test("another room of full size, more training funds or more public funds never lose 达标", () => {
    fc.assert(
      fc.property(type, figures, fc.constantFrom("musicRoomsQualified", "fineArtRoomsQualified", "trainingFunds", "publicFunds"), fc.integer({ min: 1, max: 9 }), (which, given, fact, more) => {
        const value = given[fact as "publicFunds"];
        fc.pre(value !== null);
        const [before, after] = [given, { ...given, [fact]: value + more }].map((one) => judged({ schools: [good(which, one)], county }));
        for (const finding of after!.findings) {
          const { item, verdict } = finding;
          if (found(before!, item.id).verdict === "met" && !isContradicted(finding)) expect([item.id, verdict]).toEqual([item.id, "met"]);
        }
      }),
      RUNS,
    );
  });

  test("a relief never fails a school that passes without it", () => {
    fc.assert(
      fc.property(type, figures, switches, (which, given, on) => {
        const [off, relieved] = [{}, on].map((one) => judged({ schools: [good(which, given)], county, switches: one }));
        for (const { item, verdict } of off!.findings) if (verdict === "met") expect([item.id, found(relieved!, item.id).verdict]).toEqual([item.id, "met"]);
      }),
      RUNS,
    );
  });

  test("the schools' order changes no verdict and no sentence", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(type, figures), { minLength: 2, maxLength: 5 }), (many) => {
        const schools = many.map(([which, given], i) => good(which, given, { name: `第${String(i)}学校` }));
        const [forth, back] = [judged({ schools, county }), judged({ schools: [...schools].reverse(), county })];
        expect(back.findings.map(({ verdict, conclusion }) => [verdict, conclusion])).toEqual(forth.findings.map(({ verdict, conclusion }) => [verdict, conclusion]));
        expect(back.verdict).toBe(forth.verdict);
      }),
      RUNS,
    );
  });
});
