import { describe, expect, it, jest } from "@jest/globals";
import { screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { ITEM_FACTS } from "../../src/standards";
import { COUNTY } from "./county";
import { FILLED_FORM } from "./county-form";
import { MemoryHost } from "./memory-host";
import { button, openChecked, openPane, settle } from "./render";

describe("opening the pane for the first time", () => {
  it("shows one sentence and one main action, and offers the sample where there is one", async () => {
    const onSample = jest.fn();
    const { user, host } = await openPane(COUNTY, { onSample });
    expect(screen.getByText(/不改动您的任何单元格/)).toBeVisible();
    expect(button("检查本工作簿")).toBeVisible();
    expect(host.calls).not.toContain("readSheets");
    await user.click(button("没有数据？看示例"));
    expect(onSample).toHaveBeenCalledTimes(1);
  });

  it("has no sample link where the surroundings have no sample", async () => {
    await openPane();
    expect(screen.queryByText("没有数据？看示例")).toBeNull();
  });

  it("says where we are: workbook, standard, switches", async () => {
    await openPane();
    expect(button(/示范县\.xlsx · 国家优质均衡标准 · 口径：默认/)).toBeVisible();
  });
});

describe("checking a workbook", () => {
  it("counts schools and school-stages in one sentence (R25) and names each sheet with its range", async () => {
    await openChecked();
    expect(screen.getByText("在 2 张工作表里找到 7 所学校，7 个学段（小学 4、初中 3）")).toBeVisible();
    expect(screen.getByRole("checkbox", { name: "采用 小学 A2:M6" })).toBeChecked();
    expect(screen.getByText("A2:M5 · 3 所")).toBeVisible();
  });

  it("reads neither very hidden sheets nor sheets the add-in wrote itself", async () => {
    const { host, user } = await openChecked([...COUNTY, { name: "暗表", visibility: "veryHidden", values: [["学校名称", "在校生数"]] }]);
    const read = jest.spyOn(host, "readSheets");
    await user.click(button("重新检查"));
    await settle();
    expect(read.mock.calls[0]?.[0]).toEqual(["小学", "初中"]);
  });

  it("selects a table's range on a click, beside whatever is running", async () => {
    const { user, host } = await openChecked();
    await user.click(button("在工作表中选中 小学!A2:M6"));
    expect(host.selected).toMatchObject({ sheet: "小学", row: 1, column: 0, rows: 5, columns: 13 });
  });

  it("says what a sheet needs when no school table is found", async () => {
    await openChecked([{ name: "Sheet1", values: [["会议通知"], ["请各科室参加"]] }]);
    expect(screen.getByText("没有找到学校数据表。", { selector: "strong" })).toBeVisible();
    expect(screen.getByText(/每校一行的表/)).toBeVisible();
    expect(button("重新检查")).toBeVisible();
  });

  it("says the same for a workbook without any cell", async () => {
    await openChecked([]);
    expect(screen.getByText("没有找到学校数据表。", { selector: "strong" })).toBeVisible();
  });
});

describe("when reading goes wrong", () => {
  it("says what happened and what to do, and tries again on 重试", async () => {
    const { host, user } = await openPane();
    host.refuse("readSheets", "editing");
    await user.click(button("检查本工作簿"));
    expect(await screen.findByText(/请先按回车或 Esc 结束编辑/, { ignore: "[role=status]" })).toBeVisible();
    await user.click(button("重试"));
    expect(await screen.findByText(/在 2 张工作表里找到/)).toBeVisible();
    expect(screen.queryByText(/请先按回车/)).toBeNull();
  });

  it("keeps what was read before when a later reading fails", async () => {
    const { host, user } = await openChecked();
    host.refuse("readSheets", "lost");
    await user.click(button("重新检查"));
    expect(await screen.findByText(/与表格软件的连接中断/, { ignore: "[role=status]" })).toBeVisible();
    expect(screen.getByText(/在 2 张工作表里找到/)).toBeVisible();
  });

  it("never shows an English exception for a fault of our own", async () => {
    const { host, user } = await openPane();
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    jest.spyOn(host, "listSheets").mockRejectedValueOnce(new TypeError("x is undefined"));
    await user.click(button("检查本工作簿"));
    expect(await screen.findByText(/加载项内部出错/, { ignore: "[role=status]" })).toBeVisible();
    expect(screen.queryByText(/undefined/)).toBeNull();
    log.mockRestore();
  });

  it("shows progress with 取消 on the first reading; cancelling leads back without a change", async () => {
    const { host, user } = await openPane();
    const release = host.hold("readSheets");
    await user.click(button("检查本工作簿"));
    expect(await screen.findByRole("progressbar")).toBeVisible();
    await user.click(button("取消"));
    release();
    expect(await screen.findByText("已取消，工作簿没有改动。", { ignore: "[role=status]" })).toBeVisible();
    expect(button("检查本工作簿")).toBeVisible();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it("shows progress on later readings only once half a second has passed", async () => {
    const { host, scheduler, user } = await openChecked();
    const release = host.hold("readSheets");
    await user.click(button("重新检查"));
    await settle();
    expect(screen.queryByRole("progressbar")).toBeNull();
    scheduler.pass(500);
    expect(await screen.findByRole("progressbar")).toBeVisible();
    release();
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  });
});

describe("what was recognised", () => {
  it("shows each column with what it was taken for, a sample, and how sure that is", async () => {
    const { user } = await openChecked();
    await user.click(screen.getByText("小学", { selector: "summary *" }));
    const line = screen.getByText("县级以上骨干教师数", { selector: "span" }).closest("li") as HTMLElement;
    expect(within(line).getByText("确定")).toBeVisible();
    expect(within(line).getByText(/例：15/)).toBeVisible();
  });

  it("takes a person's correction, judges again, keeps it in the workbook, and takes it back", async () => {
    const { user, host } = await openChecked();
    await user.click(screen.getByText("小学", { selector: "summary *" }));
    await user.click(button("更正 F 列 县级以上骨干教师数"));
    await user.selectOptions(await screen.findByRole("combobox", { name: "含义" }), "不采用");
    await user.click(button("采用"));
    await settle();
    expect(host.store.join("")).toContain("column|");
    await user.click(button(/收回更正/));
    await settle();
    expect(host.store.join("")).not.toContain("column|");
  });

  it("offers the figures of every part of the standard, not of the seven indicators alone", async () => {
    const sheet = { name: "小学", values: (COUNTY[0]?.values ?? []).map((row, i) => [...row, i === 1 ? "最多一个班" : i > 1 ? 41 : null]) };
    const { user } = await openChecked([sheet]);
    await user.click(screen.getByText(/^未采用的列 1 个/));
    await user.click(button(/^更正 . 列 最多一个班/));
    await user.selectOptions(await screen.findByRole("combobox", { name: "含义" }), "最大班额");
    await user.click(button("采用"));
    await settle();
    const line = screen.getByText("最大班额（人）", { selector: "span" }).closest("li") as HTMLElement;
    expect(within(line).getByText("您已确认")).toBeVisible();
    await user.click(button(/打开设置/));
    expect(within(await screen.findByRole("region", { name: "设置" })).getByText("最大班额（人）")).toBeVisible();
  });

  it("says so, and goes on, when the workbook refuses to keep a correction", async () => {
    const { user, host } = await openChecked();
    host.refuse("saveStore", "protectedWorkbook");
    await user.click(screen.getByText("小学", { selector: "summary *" }));
    await user.click(button("更正 F 列 县级以上骨干教师数"));
    await user.selectOptions(await screen.findByRole("combobox", { name: "含义" }), "不采用");
    await user.click(button("采用"));
    expect(await screen.findByText(/本次已生效，但没有存进工作簿：工作簿结构受保护/, { ignore: "[role=status]" })).toBeVisible();
  });
});

describe("questions", () => {
  it("judges again on an answer, keeps it, lists it in the settings, and takes it back (R7)", async () => {
    const { user, host } = await openChecked();
    expect(screen.getByRole("status")).toHaveTextContent("7 所学校");
    await user.click(button("本列 1 个空白视为 0"));
    await settle();
    expect(screen.queryByRole("button", { name: "本列 1 个空白视为 0" })).toBeNull();
    expect(host.store.join("")).toContain("blankIsZero");
    await user.click(button(/打开设置/));
    await user.click(await screen.findByRole("button", { name: /^收回：/ }));
    await settle();
    expect(button("本列 1 个空白视为 0")).toBeVisible();
  });
});

describe("other sheets", () => {
  it("a county form: what the national standard asks for counts, targets of local plans nobody chose do not", async () => {
    await openChecked([...COUNTY, FILLED_FORM]);
    const asked = ITEM_FACTS.filter(({ level, id, group }) => level === "county" && !id.startsWith("local.") && !group.startsWith("表Ⅰ ")).length;
    expect(screen.getByText(new RegExp(`^县级填报表 · 已填 \\d+/${String(asked)} 项$`))).toBeVisible();
  });
});

describe("problems", () => {
  const [primary, junior] = COUNTY;
  const broken = [{ ...primary, name: "小学", values: (primary?.values ?? []).map((row, i) => (i === 3 ? row.map((cell, j) => (j === 3 ? "八百" : cell)) : row)) }, { name: "初中", values: junior?.values ?? [] }];

  it("selects the cell on a click and writes the list into a sheet on request", async () => {
    const { user, host } = await openChecked(broken);
    await user.click(screen.getByText("数字列里有文字"));
    await user.click(button("在工作表中选中 小学!D4"));
    expect(host.selected).toMatchObject({ sheet: "小学", row: 3, column: 3 });
    await user.click(button("导出问题清单"));
    await screen.findByText(/已写入数据问题清单/, { ignore: "[role=status]" });
    expect([...host.written.keys()]).toEqual([expect.stringContaining("数据问题清单")]);
  });

  it("filters by how bad they are", async () => {
    const { user } = await openChecked(broken);
    await user.selectOptions(screen.getByRole("combobox", { name: "按轻重筛选" }), screen.getByRole("option", { name: /^说明/ }));
    expect(screen.queryByText("数字列里有文字")).toBeNull();
  });
});

describe("access", () => {
  it("has no violations when first opened", async () => {
    const { container } = await openPane();
    expect(await axe(container)).toHaveNoViolations();
  });

  it("has no violations after checking, with the folds open", async () => {
    const { container, user } = await openChecked();
    await user.click(screen.getByText("小学", { selector: "summary *" }));
    await user.click(button("更正 F 列 县级以上骨干教师数"));
    await screen.findByRole("combobox", { name: "含义" });
    expect(await axe(container)).toHaveNoViolations();
  });

  it("has no violations while reading and after a failure", async () => {
    const host = new MemoryHost(COUNTY);
    const { container, user } = await openPane(COUNTY, { host });
    const release = host.hold("readSheets");
    await user.click(button("检查本工作簿"));
    expect(await axe(container)).toHaveNoViolations();
    host.refuse("readSheets", "lost");
    release();
    await screen.findByText(/与表格软件的连接中断/, { ignore: "[role=status]" });
    expect(await axe(container)).toHaveNoViolations();
  });

  it("moves between tabs with the arrow keys", async () => {
    const { user } = await openChecked();
    screen.getByRole("tab", { name: /数据/ }).focus();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("tab", { name: /结果/ })).toHaveFocus();
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(screen.getByRole("tab", { name: /报表/ })).toHaveAttribute("aria-selected", "true");
    await screen.findByText("可以生成的报表");
  });

  it("announces the result in a live region", async () => {
    await openChecked();
    expect(screen.getByRole("status")).toHaveTextContent("检查完成：7 所学校，7 个学段（小学 4、初中 3）。资源配置结论：不达标。");
  });
});
