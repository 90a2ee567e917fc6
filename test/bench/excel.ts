import type { SheetPlan } from "../../src/workbook/sheet-plan";
import { highlightPlans, REPORTS } from "../../src/workbook";
import { DEFAULT_STANDARD } from "../../src/standards";
import { excelPlaces } from "../host/excel-place";
import { contextOf } from "../workbook/context";
import { figure, type Figure } from "./measure";

const HEAD = ["学校名称", "学段", "在校生数", "高于规定学历教师数", "县级以上骨干教师数", "体育艺术教师数", "教学及辅助用房面积（已扣除室内体育用房）", "体育运动场馆面积", "教学仪器设备值（元）", "网络多媒体教室数"];

/** A sheet of primary schools, every third of which fails something. */
function rows(count: number): (string | number)[][] {
  return [HEAD, ...Array.from({ length: count }, (_, i) => [`第${String(i + 1)}小学`, "小学", 500, i % 3 === 0 ? 10 : 25, 6, 5, 2400, 4000, 1_100_000, 13])];
}

/** Messages to Excel per tool, with few schools and with many: they must not grow (往返次数). */
export async function excelFigures(): Promise<Figure[]> {
  const places = await excelPlaces();
  const figures: Figure[] = [];
  for (const count of [50, 2000]) {
    const place = await places.make();
    await place.hand.put("Sheet1", 0, 0, rows(count));
    const requests = async (act: () => Promise<unknown>): Promise<number> => {
      places.host.resetTraffic();
      await act();
      return places.host.traffic.requests;
    };
    const [block] = await place.host.readSheets(["Sheet1"]);
    if (!block) throw new Error("nothing read");
    const context = contextOf([block]);
    const { reading, judgement } = context;
    const plans: readonly SheetPlan[] = REPORTS.find(({ id }) => id === "verdicts")?.build(context) ?? [];
    figures.push(
      figure(`读表，${String(count)} 所学校`, await requests(() => place.host.readSheets(["Sheet1"])), "次", 3),
      figure(`标注，${String(count)} 所学校`, await requests(() => place.host.highlight(highlightPlans(reading, judgement, DEFAULT_STANDARD))), "次", 3),
      figure(`写一张报表，${String(count)} 所学校`, await requests(() => place.host.writeSheets(plans, [])), "次", 4),
    );
  }
  places.page.close();
  return figures;
}
