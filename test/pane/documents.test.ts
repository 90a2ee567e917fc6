/** @jest-environment node */
import { describe, expect, it, jest } from "@jest/globals";
import { createWork, type Work } from "../../src/taskpane/machine/work";
import { REPORTS, TEMPLATES } from "../../src/workbook";
import { COLUMN, COUNTY } from "./county";
import { countyForm, FILLED_FORM } from "./county-form";
import { ManualScheduler } from "./manual-scheduler";
import { MemoryHost, type MemorySheet } from "./memory-host";
import { MemoryOutlets } from "./memory-outlets";

interface Desk {
  readonly host: MemoryHost;
  readonly outlets: MemoryOutlets;
  readonly work: Work;
  readonly scheduler: ManualScheduler;
}

async function checked(sheets: readonly MemorySheet[] = COUNTY, earlier?: MemoryHost): Promise<Desk> {
  const host = earlier ?? new MemoryHost(sheets);
  const outlets = new MemoryOutlets();
  const scheduler = new ManualScheduler();
  const work = createWork(host, scheduler, outlets);
  await work.run({ kind: "recall" });
  await work.run({ kind: "check" });
  return { host, outlets, work, scheduler };
}

const ALL = REPORTS.map(({ id }) => id);
const told = (work: Work): string => work.state().failure?.text ?? work.state().notice?.text ?? "";
const marksOf = (host: MemoryHost): string[] => [...host.marks.values()].flat().map(({ text }) => text);
const count = (host: MemoryHost, call: string): number => host.calls.filter((one) => one === call).length;

describe("all reports at once", () => {
  it("are written in one call, each noted with its sheets, its day and where it says that it agrees", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "reports", ids: ALL });
    expect(told(work)).toContain(`已写入 ${String(ALL.length)} 种报表`);
    expect(count(host, "writeSheets")).toBe(1);
    const { written } = work.state().kept;
    expect(written.map(({ id }) => id)).toEqual(ALL);
    expect(written.flatMap(({ sheets }) => sheets).sort()).toEqual([...host.written.keys()].sort());
    expect(written.every(({ when, fingerprint, marks = [] }) => when === "2026-11-22" && fingerprint !== "" && marks.length > 0)).toBe(true);
  });

  it("written again: what people typed into lists is read in one call, and carried over", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "reports", ids: ALL });
    const reads = count(host, "readSheets");
    await work.run({ kind: "reports", ids: ALL });
    expect(told(work)).toContain("已写入");
    expect(count(host, "readSheets") - reads).toBe(1);
    expect(count(host, "writeSheets")).toBe(2);
  });

  it("written again and taken back without a question while nobody changed them, also after 与定稿不一致 was put on them", async () => {
    const { host, work } = await checked([...COUNTY, FILLED_FORM]);
    await work.run({ kind: "reports", ids: ALL });
    host.type("小学", 2, COLUMN.backbone, 40);
    await work.run({ kind: "check" });
    expect(marksOf(host)[0]).toContain("与定稿不一致");
    await work.run({ kind: "reports", ids: ALL });
    expect(work.state().notice?.tone).toBe("done");
    expect(told(work)).toContain(`已写入 ${String(ALL.length)} 种报表`);
    await work.run({ kind: "undo", written: work.state().kept.written });
    expect(host.written.size).toBe(0);
  });

  it("one somebody changed by hand is neither replaced nor taken back until they say so; the others are", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "reports", ids: ALL });
    const filled = "义教均衡-申报表Ⅰ";
    host.type(filled, 3, 1, "手填");
    await work.run({ kind: "reports", ids: ALL });
    expect(told(work)).toBe(`已写入 ${String(ALL.length - 1)} 种报表，共 ${String(host.written.size - 8)} 张工作表；工作表“${filled}”写入后有人改过，没有替换。要留住改动，请先把它改名，再重新写入。`);
    expect(host.cellsOf(filled)?.flat()).toContain("手填");
    const replace = work.state().notice?.actions.find(({ label }) => label === "不要这些改动，替换");
    await work.run({ kind: "undo", written: work.state().kept.written });
    expect(told(work)).toContain(`工作表“${filled}”`);
    expect(host.cellsOf(filled)?.flat()).toContain("手填");
    if (replace) await work.run(replace.task);
    expect(told(work)).toContain("已写入申报表");
    expect(host.cellsOf(filled)?.flat()).not.toContain("手填");
  });

  it("the list of problems somebody wrote notes on is not replaced by 导出问题清单 until they say so", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "exportProblems" });
    const [sheet = ""] = work.state().kept.written[0]?.sheets ?? [];
    host.type(sheet, 8, 1, "已问过学校");
    await work.run({ kind: "exportProblems" });
    expect(told(work)).toContain("没有替换");
    expect(host.cellsOf(sheet)?.flat()).toContain("已问过学校");
    const [action] = work.state().notice?.actions ?? [];
    if (action) await work.run(action.task);
    expect(host.cellsOf(sheet)?.flat()).not.toContain("已问过学校");
  });

  it("nothing is written when somebody presses 取消 between two reports", async () => {
    const { host, work, scheduler } = await checked();
    jest.spyOn(scheduler, "breathe").mockImplementationOnce(() => Promise.resolve()).mockImplementationOnce(() => Promise.resolve(work.cancel()));
    await work.run({ kind: "reports", ids: ALL });
    expect(told(work)).toContain("已取消");
    expect(host.written.size).toBe(0);
    expect(work.state().kept.written).toEqual([]);
  });

  it("are taken back together, in one call, by the one 全部撤销 of the message", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "template", id: "county" });
    await work.run({ kind: "reports", ids: ALL });
    const action = work.state().notice?.actions.find(({ label }) => label === "全部撤销");
    if (action) await work.run(action.task);
    expect(told(work)).toBe(`已撤销 ${String(ALL.length)} 项`);
    expect(count(host, "deleteSheets")).toBe(1);
    expect([...host.written.keys()]).toEqual(["县级填报表"]);
    expect(work.state().kept.written.map(({ kind }) => kind)).toEqual(["template"]);
  });

  it("shows how many are made while making them", async () => {
    const { work } = await checked();
    const seen: string[] = [];
    work.subscribe(() => {
      const { progress } = work.state();
      if (progress?.unit !== undefined) seen.push(`${String(progress.done)}/${String(progress.total)} ${progress.unit}`);
    });
    await work.run({ kind: "reports", ids: ALL });
    expect(seen[0]).toBe(`0/${String(ALL.length)} 种`);
    expect(new Set(seen).size).toBe(ALL.length);
  });
});

describe("reports that no longer agree with the data (R27)", () => {
  async function written(): Promise<Desk> {
    const desk = await checked();
    await desk.work.run({ kind: "reports", ids: ["indicators", "variation"] });
    return desk;
  }
  const change = async ({ host, work }: Desk, value: number): Promise<void> => {
    host.type("小学", 2, COLUMN.backbone, value);
    await work.run({ kind: "check" });
  };

  it("agree as they are made: nothing is marked", async () => {
    const desk = await written();
    await desk.work.run({ kind: "check" });
    expect(count(desk.host, "markSheets")).toBe(0);
  });

  it("are marked once, all in one call, when a figure changes; not again at the next change", async () => {
    const desk = await written();
    await change(desk, 40);
    expect(count(desk.host, "markSheets")).toBe(1);
    expect(marksOf(desk.host)).toEqual([expect.stringContaining("与定稿不一致"), expect.stringContaining("与定稿不一致")]);
    await change(desk, 41);
    expect(count(desk.host, "markSheets")).toBe(1);
  });

  it("lose the mark when the figure is put back", async () => {
    const desk = await written();
    const before = desk.host.sheets.get("小学")?.[2]?.[COLUMN.backbone];
    await change(desk, 40);
    await change(desk, Number(before));
    expect(count(desk.host, "markSheets")).toBe(2);
    expect(marksOf(desk.host).at(-1)).toContain("与当前数据一致");
  });

  it("are marked for a switch or a second standard, too, for these are inputs", async () => {
    const { host, work } = await written();
    await work.run({ kind: "settings", change: { switches: { shareTeachersByStudents: true } } });
    expect(marksOf(host)[0]).toContain("与定稿不一致");
  });

  it("are marked by the next person who opens the file, and only once", async () => {
    const desk = await written();
    desk.host.type("小学", 2, COLUMN.backbone, 40);
    const next = await checked([], desk.host);
    expect(count(desk.host, "markSheets")).toBe(1);
    await next.work.run({ kind: "check" });
    expect(count(desk.host, "markSheets")).toBe(1);
  });

  it("wait for the next turn, without a message, when the program refuses to mark them", async () => {
    const desk = await written();
    desk.host.refuse("markSheets", "editing");
    await change(desk, 40);
    expect(desk.work.state().failure).toBeNull();
    await change(desk, 41);
    expect(marksOf(desk.host)[0]).toContain("与定稿不一致");
  });

  it("agree again once made again", async () => {
    const desk = await written();
    await change(desk, 40);
    await desk.work.run({ kind: "reports", ids: ["indicators", "variation"] });
    await desk.work.run({ kind: "check" });
    expect(count(desk.host, "markSheets")).toBe(1);
    expect(desk.work.state().kept.written.some((one) => one.aged)).toBe(false);
  });
});

describe("templates", () => {
  it.each(TEMPLATES.map(({ id, term }) => [term, id]))("%s: inserted under its name and gone to; empty, it leaves the result as it was", async (_term, id) => {
    const { host, work } = await checked();
    await work.run({ kind: "template", id });
    expect(work.state().failure).toBeNull();
    const [sheet = ""] = host.written.keys();
    expect(host.selected?.sheet).toBe(sheet);
    await work.run({ kind: "check" });
    expect(work.state().failure).toBeNull();
    expect(work.state().judgement?.table.count).toBe(7);
  });

  it("never take the place of a sheet that is there: the next free name is used", async () => {
    const { host, work } = await checked([...COUNTY, { name: "班级名册", values: [["通知"]] }]);
    await work.run({ kind: "template", id: "classes" });
    await work.run({ kind: "template", id: "classes" });
    expect([...host.written.keys()]).toEqual(["班级名册 2", "班级名册 3"]);
    expect(host.sheets.get("班级名册")).toEqual([["通知"]]);
    expect(work.state().kept.written).toHaveLength(2);
  });

  it("nobody typed into is taken back at once", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "template", id: "county" });
    const [written] = work.state().kept.written;
    if (!written) throw new Error("nothing noted");
    await work.run({ kind: "undo", written: [written] });
    expect(host.written.size).toBe(0);
    expect(work.state().kept.written).toEqual([]);
  });

  it("somebody typed into is not taken back until they say so", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "template", id: "county" });
    const [written] = work.state().kept.written;
    if (!written) throw new Error("nothing noted");
    host.type("县级填报表", 12, 3, 77);
    await work.run({ kind: "undo", written: [written] });
    expect(told(work)).toContain("工作表“县级填报表”里有您填写的内容，没有删除");
    expect(host.written.size).toBe(1);
    const [action] = work.state().notice?.actions ?? [];
    expect(action?.label).toBe("连同填写的内容一起删除");
    if (action) await work.run(action.task);
    expect(host.written.size).toBe(0);
  });

  it("are the bureau's own sheets from then on: filled in, they are read", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "template", id: "county" });
    const rows = host.cellsOf("县级填报表") ?? [];
    const row = rows.findIndex((cells) => cells.some((cell) => cell === "社会认可度（国家调查结果）"));
    const column = rows.flatMap((cells) => cells.indexOf("填报值")).find((at) => at >= 0) ?? -1;
    host.type("县级填报表", row, column, 91.5);
    await work.run({ kind: "check" });
    expect(work.state().reading?.county?.figures["county.recognition"]?.value).toBe(91.5);
    expect(work.state().whole?.items.hasForm).toBe(true);
  });

  it("refused by the program leave nothing behind", async () => {
    const { host, work } = await checked();
    host.refuse("writeSheets", "protectedWorkbook");
    await work.run({ kind: "template", id: "classes" });
    expect(told(work)).toContain("工作簿结构受保护");
    expect(work.state().kept.written).toEqual([]);
  });
});

describe("lists people type into", () => {
  const LISTS = REPORTS.filter(({ typedSheets }) => typedSheets.length > 0);

  it("there are some", () => {
    expect(LISTS.length).toBeGreaterThan(0);
  });

  it("typed into are kept when written again, and not taken back until somebody says so", async () => {
    const { host, work } = await checked();
    await work.run({ kind: "reports", ids: LISTS.map(({ id }) => id) });
    const sheet = LISTS[0]?.typedSheets[0] ?? "";
    const cells = host.cellsOf(sheet) ?? [];
    const head = cells.findIndex((row) => row.includes("责任人"));
    const column = cells[head]?.indexOf("责任人") ?? -1;
    host.type(sheet, head + 1, column, "王老师");
    await work.run({ kind: "reports", ids: LISTS.map(({ id }) => id) });
    expect(host.cellsOf(sheet)?.flat()).toContain("王老师");
    const written = work.state().kept.written.find(({ sheets }) => sheets.includes(sheet));
    if (!written) throw new Error("nothing noted");
    await work.run({ kind: "undo", written: [written] });
    expect(told(work)).toContain("里有您填写的内容，没有删除");
    expect(host.written.has(sheet)).toBe(true);
    await work.run({ kind: "undo", written: [written], sure: true });
    expect(host.written.has(sheet)).toBe(false);
  });

  it("taken back with other reports: the others go, a list somebody typed into stays until they say so", async () => {
    const { host, work } = await checked();
    const sheet = LISTS[0]?.typedSheets[0] ?? "";
    await work.run({ kind: "reports", ids: ["indicators", LISTS[0]?.id ?? ""] });
    const head = (host.cellsOf(sheet) ?? []).findIndex((row) => row.includes("责任人"));
    host.type(sheet, head + 1, host.cellsOf(sheet)?.[head]?.indexOf("责任人") ?? -1, "王老师");
    await work.run({ kind: "undo", written: work.state().kept.written });
    expect(told(work)).toBe(`已撤销“七项指标报告”；工作表“${sheet}”里有您填写的内容，没有删除。`);
    expect([...host.written.keys()]).toEqual([sheet]);
    const [action] = work.state().notice?.actions ?? [];
    if (action) await work.run(action.task);
    expect(host.written.size).toBe(0);
    expect(work.state().kept.written).toEqual([]);
  });

  it.each<[string, readonly MemorySheet[]]>([
    ["with schools alone", COUNTY],
    ["with an item of the county that has no usual project", [...COUNTY, countyForm({ "county.rotated": 1, "county.rotatedBackbone": 0 })]],
  ])("nobody typed into are taken back at once, also after the data changed: %s", async (_case, sheets) => {
    const { host, work } = await checked(sheets);
    await work.run({ kind: "reports", ids: LISTS.map(({ id }) => id) });
    host.type("小学", 2, COLUMN.backbone, 40);
    await work.run({ kind: "check" });
    for (const written of work.state().kept.written) {
      await work.run({ kind: "undo", written: [written] });
      expect(told(work)).toContain("已撤销");
    }
    expect(host.written.size).toBe(0);
  });
});

describe("the Word report", () => {
  it("is saved under the workbook's name, with the county's pictures in it", async () => {
    const { outlets, work } = await checked([...COUNTY, FILLED_FORM]);
    await work.run({ kind: "word" });
    expect(told(work)).toContain("已生成 示范县-自评报告.docx");
    expect(outlets.saved.map(({ name, type }) => [name, type])).toEqual([["示范县-自评报告.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]]);
    expect(String.fromCharCode(...(outlets.saved[0]?.content.slice(0, 2) ?? []))).toBe("PK");
    expect(outlets.drawn).toHaveLength(3);
    expect(outlets.drawn.every((svg) => svg.startsWith("<svg"))).toBe(true);
  });

  it("is not saved, with a message, when a picture cannot be drawn", async () => {
    const { outlets, work } = await checked();
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    jest.spyOn(outlets, "draw").mockRejectedValueOnce(new Error("no canvas"));
    await work.run({ kind: "word" });
    expect(told(work)).toContain("加载项内部出错");
    expect(outlets.saved).toEqual([]);
    log.mockRestore();
  });

  it("is not made before anything was judged", async () => {
    const { outlets, work } = await checked([{ name: "会议", values: [["通知"]] }]);
    await work.run({ kind: "word" });
    expect(outlets.saved).toEqual([]);
  });
});
