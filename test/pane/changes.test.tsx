import { describe, expect, it, jest } from "@jest/globals";
import { cleanup, screen } from "@testing-library/react";
import { COLUMN, COUNTY } from "./county";
import { button, openChecked, openPane, openResult, settle } from "./render";
import { MemoryHost } from "./memory-host";

const message = (text: string | RegExp) => screen.findByText(text, { ignore: "[role=status]" });
const verdict = () => screen.getByRole("region", { name: "资源配置结论" }).textContent;

describe("when somebody changes the sheet", () => {
  it("judges again by itself and says so once, quietly", async () => {
    const { host, scheduler } = await openResult();
    host.type("小学", 4, COLUMN.backbone, 9);
    host.type("小学", 4, COLUMN.rooms, 12);
    await settle(() => scheduler.pass(250));
    expect(await message("数据已改动，结果已更新")).toBeVisible();
    expect(verdict()).toContain("数据不足");
    expect(verdict()).not.toContain("不达标");
  });

  it("reads a paste of ten thousand cells once, and only the changed sheet", async () => {
    const { host, scheduler } = await openResult();
    const read = jest.spyOn(host, "readSheets");
    for (let i = 0; i < 10_000; i += 1) host.change({ sheet: "小学", area: { row: i, column: 3, rows: 1, columns: 1 }, kind: "cells" });
    await settle(() => scheduler.pass(250));
    await settle();
    expect(read.mock.calls.map(([names]) => names)).toEqual([["小学"]]);
  });

  it("judges again at most once a second", async () => {
    const { host, scheduler } = await openResult();
    const read = jest.spyOn(host, "readSheets");
    for (let tenth = 0; tenth < 20; tenth += 1) {
      host.type("小学", 4, COLUMN.backbone, tenth);
      await settle(() => scheduler.pass(100));
      await settle();
    }
    expect(read.mock.calls.length).toBeLessThanOrEqual(2);
    await settle(() => scheduler.pass(1000));
    await settle();
    expect(read.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it("ignores sheets no school was read from", async () => {
    const { host, scheduler } = await openResult([...COUNTY, { name: "会议", values: [["通知"]] }]);
    const read = jest.spyOn(host, "readSheets");
    host.type("会议", 0, 0, "改期");
    await settle(() => scheduler.pass(2000));
    expect(read).not.toHaveBeenCalled();
  });

  it("waits while a cell is being edited and judges afterwards, without a message", async () => {
    const { host, scheduler } = await openResult();
    host.refuse("readSheets", "editing");
    host.type("小学", 4, COLUMN.backbone, 9);
    await settle(() => scheduler.pass(250));
    await settle();
    expect(screen.queryByText(/正在编辑单元格/)).toBeNull();
    await settle(() => scheduler.pass(1000));
    expect(await message("数据已改动，结果已更新")).toBeVisible();
  });

  it("asks to check again when a sheet that was judged has been deleted", async () => {
    const { host, scheduler, user } = await openResult();
    host.sheets.delete("初中");
    host.change({ sheet: "初中", area: null, kind: "sheets" });
    await settle(() => scheduler.pass(250));
    expect(await message("数据已改动，结果还是改动前的。")).toBeVisible();
    await user.click(button("重新检查"));
    await settle();
    expect(screen.queryByText("数据已改动，结果还是改动前的。", { ignore: "[role=status]" })).toBeNull();
    expect(screen.queryByRole("region", { name: "初中" })).toBeNull();
  });

  it("in a very large workbook only asks to check again", async () => {
    const wide = [...COUNTY.map((sheet) => ({ ...sheet })), { name: "综表", values: Array.from({ length: 1010 }, (_, i) => Array.from({ length: 300 }, (_, j) => (i === 0 ? `列${j}` : j))) }];
    const { host, scheduler } = await openResult(wide);
    const read = jest.spyOn(host, "readSheets");
    host.type("小学", 4, COLUMN.backbone, 9);
    await settle(() => scheduler.pass(2000));
    expect(await message("数据已改动，结果还是改动前的。")).toBeVisible();
    expect(read).not.toHaveBeenCalled();
  });

  it("says that highlighting may no longer fit when rows come or go, and renews it on request", async () => {
    const { host, user, scheduler } = await openResult();
    await user.click(button("标注工作表"));
    await message(/已标注/);
    host.change({ sheet: "小学", area: null, kind: "structure" });
    await settle(() => scheduler.pass(1000));
    await user.click(await screen.findByRole("button", { name: "更新标注" }));
    expect(await message(/已标注/)).toBeVisible();
    expect(screen.queryByText(/标注可能对不上/)).toBeNull();
  });

  it("no longer listens once the pane is gone", async () => {
    const { host, scheduler } = await openResult();
    const read = jest.spyOn(host, "readSheets");
    cleanup();
    await settle();
    host.type("小学", 4, COLUMN.backbone, 9);
    scheduler.pass(2000);
    expect(read).not.toHaveBeenCalled();
  });
});

describe("what the workbook remembers", () => {
  it("is used by the next person who opens it", async () => {
    const first = await openChecked();
    await first.user.click(screen.getByText("小学", { selector: "summary *" }));
    await first.user.click(button("更正 F 列 县级以上骨干教师数"));
    await first.user.selectOptions(await screen.findByRole("combobox", { name: "含义" }), "不采用");
    await first.user.click(button("采用"));
    await settle();
    cleanup();
    const host = new MemoryHost(COUNTY);
    host.store = first.host.store;
    const { user } = await openPane(COUNTY, { host });
    await user.click(button(/打开设置/));
    expect(await screen.findByText("不采用")).toBeVisible();
    await user.click(button(/^收回：/));
    await settle();
    expect(host.store.join("")).not.toContain("column|");
  });

  it("is left alone, with a message, when it cannot be read", async () => {
    const host = new MemoryHost(COUNTY);
    host.store = ["YJJH 1/1|{broken"];
    await openPane(COUNTY, { host });
    expect(await message(/已损坏，无法读取/)).toBeVisible();
    expect(host.calls).not.toContain("saveStore");
  });
});
