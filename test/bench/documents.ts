import type { Cell } from "../../src/grid/block";
import type { Host } from "../../src/host/host";
import { ITEM_FACTS, LOCAL_PLANS } from "../../src/standards";
import { createWork } from "../../src/taskpane/machine/work";
import type { Outlets } from "../../src/taskpane/machine/outlets";
import type { Scheduler } from "../../src/taskpane/machine/scheduler";
import type { Phase } from "../../src/taskpane/machine/state";
import { REPORTS } from "../../src/workbook";
import { excelPlaces } from "../host/excel-place";
import { figure, type Figure } from "./measure";

const SCHOOLS = 300;
const CLASSES_EACH = 12;
const HEAD = [
  "学校名称", "办学类型", "学段", "城乡类型", "在校生数", "班级数", "专任教师数", "高于规定学历教师数", "县级以上骨干教师数", "体育艺术教师数",
  "教学及辅助用房面积（已扣除室内体育用房）（㎡）", "体育运动场馆面积（㎡）", "教学仪器设备值（万元）", "网络多媒体教室数", "年度公用经费预算总额（万元）", "教师培训经费（万元）",
];

/** A county in which every third school fails something. */
function schools(): Cell[][] {
  return [HEAD, ...Array.from({ length: SCHOOLS }, (_, i): Cell[] => {
    const junior = i % 3 === 1;
    const name = `第${String(i)}${junior ? "初级中学" : "小学"}`;
    return [name, junior ? "初级中学" : "小学", junior ? "初中" : "小学", "镇区", 480, CLASSES_EACH, 40, i % 3 === 0 ? 10 : 30, 6, 5, 3000, 5000, 130, 13, 40, 2.1];
  })];
}

function classes(): Cell[][] {
  const list = schools().slice(1).flatMap(([name]) => Array.from({ length: CLASSES_EACH }, (_, k): Cell[] => [name ?? null, `${String(k + 1)}班`, 40]));
  return [["学校名称", "班级名称", "学生数"], ...list];
}

function countyForm(): Cell[][] {
  const facts = ITEM_FACTS.filter(({ level }) => level === "county");
  return [["序号", "指标项", "填报项目", "填报值", "单位"], ...facts.map(({ items, term, example, unit }, i): Cell[] => [i + 1, items.join("、"), term, example, unit])];
}

interface Breathing {
  readonly scheduler: Scheduler;
  /** The host, whose calls are not the work's own time: here Excel is played by the same process. */
  readonly beside: (host: Host) => Host;
  /** Runs a part and gives the longest piece between two breaths, and what was going on then: clicks and 取消 wait so long at most. */
  readonly longest: (doing: () => string, part: () => Promise<void>) => Promise<{ readonly took: number; readonly at: string }>;
}

function breathing(): Breathing {
  let from = performance.now();
  let doing = (): string => "";
  let worst = { took: 0, at: "" };
  const note = (): void => {
    const took = performance.now() - from;
    if (took > worst.took) worst = { took, at: doing() };
  };
  return {
    scheduler: {
      now: () => performance.now(),
      after: () => () => undefined,
      async breathe() {
        note();
        await new Promise((resolve) => { setImmediate(resolve); });
        from = performance.now();
      },
    },
    beside: (host) => new Proxy(host, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return async (...args: unknown[]): Promise<unknown> => {
          note();
          try {
            return await (Reflect.apply(member, target, args) as Promise<unknown>);
          } finally {
            from = performance.now();
          }
        };
      },
    }),
    async longest(now, part) {
      [from, doing, worst] = [performance.now(), now, { took: 0, at: "" }];
      await part();
      note();
      return worst;
    },
  };
}

/** What goes on in a phase between two calls of the host. */
const PHASES: Readonly<Partial<Record<Phase, string>>> = { judging: "识别与判定", judged: "收尾" };

/** No browser is here that could draw. */
const OUTLETS: Outlets = { draw: () => Promise.resolve({ png: new Uint8Array(), width: 1, height: 1 }), save: () => undefined };

/** From the click on 检查 to the last document of a county of 300 schools with everything on (全部文件). */
export async function documentFigures(): Promise<Figure[]> {
  const places = await excelPlaces();
  try {
    const { hand, host } = await places.make();
    await hand.put("Sheet1", 0, 0, schools());
    await hand.addSheet("班级名册");
    await hand.put("班级名册", 0, 0, classes());
    await hand.addSheet("县级填报表");
    await hand.put("县级填报表", 0, 0, countyForm());
    const { scheduler, beside, longest } = breathing();
    const work = createWork(beside(host), scheduler, OUTLETS);
    const [plan] = LOCAL_PLANS;
    await work.run({ kind: "settings", change: { standardId: "basic-2012", localChoice: { plan: plan?.id ?? "", county: plan?.counties[0] ?? "", year: 2026 }, unitCosts: { teacher: 120_000, teachingArea: 3500, sportArea: 400, multimediaRoom: 60_000 } } });
    places.host.resetTraffic();
    const checking = await longest(() => PHASES[work.state().phase] ?? work.state().phase, () => work.run({ kind: "check" }));
    if (work.state().judgement === null) throw new Error(work.state().failure?.text ?? "nothing judged");
    const reportNow = (): string => REPORTS[work.state().progress?.done ?? -1]?.term ?? "写入";
    const writing = await longest(reportNow, () => work.run({ kind: "reports", ids: REPORTS.map(({ id }) => id) }));
    const word = await longest(() => "自评报告", () => work.run({ kind: "word" }));
    const failed = work.state().failure;
    if (failed) throw new Error(failed.text);
    const { bytesIn, bytesOut, requests } = places.host.traffic;
    const megabytes = (bytesIn + bytesOut) / 1024 / 1024;
    const written = work.state().kept.written.flatMap(({ sheets }) => sheets).length;
    return [
      figure(`${String(SCHOOLS)} 所学校、${String(SCHOOLS * CLASSES_EACH)} 个班，从点「检查」到全部 ${String(written)} 张文件写完：context.sync()`, requests, "次", 12 + Math.floor(megabytes / 4)),
      figure("同上，往来数据", megabytes, "MB"),
      figure(`检查：主线程最长的一段（在${checking.at}，不含 Excel）`, checking.took, "毫秒"),
      figure(`做全部报表：主线程最长的一段（在${writing.at}，不含 Excel）`, writing.took, "毫秒"),
      figure("自评报告（Word）：主线程最长的一段", word.took, "毫秒"),
    ];
  } finally {
    places.page.close();
  }
}
