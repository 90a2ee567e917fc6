import { read, write } from "@e965/xlsx";
import { judge, judgeItems } from "../../src/engine";
import { readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../src/standards";
import { both, wholeIdentity, wholePeople, wholeThings } from "./columns";
import { COUNTY } from "./county";
import { classSheet, classSizes, formSheet, roomSheet, rosterAnswers, rosterSheet } from "./list-sheets";
import { layOut, toBlocks, toWorkbook, toWorksheet } from "./sheet";

const SMALL_ROOM = ["城关第一小学"];

function judged(form = formSheet(rosterAnswers(COUNTY))) {
  const plain = (cells: Parameters<typeof toWorksheet>[0]["cells"]) => toWorksheet({ cells, merges: [] });
  const book = toWorkbook({
    学校数据表: toWorksheet(layOut([...wholeIdentity, ...wholePeople("stage below"), ...wholeThings], COUNTY, { merge: true })),
    班级名册: plain(classSheet(COUNTY)), 专用教室名册: plain(roomSheet(COUNTY, SMALL_ROOM)), 教师名册: plain(rosterSheet(COUNTY)), 县级填报表: plain(form),
  });
  const reading = readWorkbook(toBlocks(read(write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array, { cellDates: false })), {});
  const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
  const items = judgeItems({ schools: reading.schools, judgement, county: reading.county?.figures ?? {}, hasForm: reading.county !== undefined }, ITEM_BOOK, DEFAULT_STANDARD, {});
  return { reading, items, of: (id: string) => items.findings.find(({ item }) => item.id === id) };
}

describe("a county's whole workbook: schools, three lists and the county form", () => {
  const { reading, items, of } = judged();

  test("class sizes are judged from the class list as counting by hand says", () => {
    const over = (stage: "primary" | "junior", limit: number) => COUNTY.flatMap((school) => classSizes(school, stage)).filter((size) => size > limit).length;
    expect([over("primary", 45), over("junior", 50)]).toEqual([0, 0]);
    expect(of("B5")?.verdict).toBe("met");
    expect(Math.max(...COUNTY.flatMap((school) => classSizes(school, "primary")))).toBe(45);
  });

  test("rooms are judged from the room list: only the school whose last music room is half a metre too small fails", () => {
    expect(of("B3")?.verdict).toBe("unmet");
    expect(of("B3")?.schools.filter(({ verdict }) => verdict === "unmet").map(({ school }) => school.name)).toEqual(SMALL_ROOM);
    expect(of("B3")?.schools.length).toBe(COUNTY.length);
  });

  test("what teachers have is counted from the roster, school by school", () => {
    const counted = reading.lists?.find(({ kind }) => kind === "teachers")?.counted ?? [];
    for (const school of COUNTY) {
      const staff = both(school, (stage) => school.staff[stage]?.full);
      const sum = (fact: string) => counted.filter((one) => one.school === school.name && one.fact === fact).reduce((all, { value }) => all + value, 0);
      expect([school.name, sum("fullTimeTeachers"), sum("teachersCertified"), sum("teachersTrained"), sum("backboneTeachers")]).toEqual([school.name, staff, staff, staff, both(school, (stage) => school.staff[stage]?.backbone)]);
    }
  });

  test("the form's figures come to the items, and its date of the data to the reading, before the one in its title", () => {
    expect(of("B11")).toMatchObject({ verdict: "met" });
    expect(of("B11")?.tests.map(({ value }) => value)).toEqual([(72 * 100) / 600, (16 * 100) / 72]);
    expect([items.hasForm, reading.dataDate]).toEqual([true, { text: "2025-09-01", cell: expect.stringMatching(/^县级填报表!C\d+$/) as string }]);
  });

  test("an item fails on one answer of the form, and lacks data where a line is left open", () => {
    const other = judged(formSheet({ ...rosterAnswers(COUNTY), "county.rotated": 59, "county.rotatedBackbone": 12, "county.vetoExams": null }));
    expect([other.of("B11")?.verdict, other.of("E1")?.verdict]).toEqual(["unmet", "undetermined"]);
  });
});
