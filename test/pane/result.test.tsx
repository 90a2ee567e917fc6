import { describe, expect, it } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { COLUMN, COUNTY } from "./county";
import { button, openChecked, openResult, settle, type Opened } from "./render";

const message = (text: string | RegExp) => screen.findByText(text, { ignore: "[role=status]" });
const rows = () => screen.getAllByRole("button", { name: /打开学校卡片/ }).map((one) => one.textContent);

describe("the conclusion", () => {
  it("says 资源配置结论, not 县域结论, and lists what is not judged yet (R3)", async () => {
    await openResult();
    const head = screen.getByRole("region", { name: "资源配置结论" });
    expect(head).toHaveTextContent("资源配置结论（7项指标与差异系数）");
    expect(head).toHaveTextContent("不达标");
    expect(head).toHaveTextContent("尚未判定：政府保障程度、教育质量、社会认可度、一票否决、申报条件");
  });

  it("says that the list of schools was not compared with a register (R17)", async () => {
    await openResult();
    expect(screen.getByText(/名单未核对/)).toBeVisible();
  });

  it("leads from a reason to the schools it speaks of", async () => {
    const { user } = await openResult();
    await user.click(button("小学 1 所不达标：河东乡中心小学"));
    expect(rows()).toEqual(["河东乡中心小学"]);
  });

  it("names the switch beside the word as soon as one is on (R5, R13)", async () => {
    const { user, host } = await openResult();
    await user.click(button(/打开设置/));
    await user.click(await screen.findByRole("checkbox", { name: /教师按在校生数分摊/ }));
    await settle();
    expect(screen.getByRole("region", { name: "资源配置结论" })).toHaveTextContent(/按口径：.*分摊（仅测算）/);
    expect(button(/口径：.*分摊/)).toBeVisible();
    expect(host.store.join("")).toContain("shareTeachersByStudents");
  });
});

describe("one stage at a glance", () => {
  it("counts the schools that reach the standard, 数据不足 in the denominator (R25)", async () => {
    await openResult();
    const card = screen.getByRole("region", { name: "小学" });
    expect(card).toHaveTextContent("达标学校2/4");
    expect(card).toHaveTextContent("数据不足 1 所");
  });

  it("gives each 差异系数 to three places with its verdict in words, beside the limit", async () => {
    await openResult();
    const line = within(screen.getByRole("region", { name: "小学" })).getByRole("row", { name: /骨干教师/ });
    expect(line).toHaveTextContent("0.324");
    expect(within(line).getByRole("img", { name: "达标" })).toBeVisible();
    expect(screen.getByRole("region", { name: "小学" })).toHaveTextContent("限值 0.50");
    expect(screen.getByRole("region", { name: "初中" })).toHaveTextContent("限值 0.45");
  });

  it("marks a figure over some of the schools as 暂算（n/N 校）; it never passes (R9)", async () => {
    await openResult();
    const line = within(screen.getByRole("region", { name: "小学" })).getByRole("row", { name: /教学仪器设备/ });
    expect(line).toHaveTextContent("暂算（3/4 校）");
    expect(within(line).getByRole("img", { name: "数据不足" })).toBeVisible();
  });

  it("opens the calculation of one 差异系数 with every school's share of it", async () => {
    const { user } = await openResult();
    await user.click(within(screen.getByRole("region", { name: "小学" })).getByRole("button", { name: "骨干教师" }));
    expect(screen.getByRole("heading", { name: /每百名学生拥有县级以上骨干教师数校际差异系数/ })).toHaveFocus();
    expect(screen.getByText(/差异系数 = S ÷ 全县平均值/)).toBeVisible();
    expect(screen.getByRole("row", { name: /河东乡中心小学.*84\.7%/ })).toBeVisible();
    await user.click(button("看未达标准的学校"));
    expect(rows()).toEqual(["河东乡中心小学"]);
  });
});

describe("the table of schools", () => {
  it("puts the farthest from the line first, or sorts by name", async () => {
    const { user } = await openResult();
    expect(rows().slice(0, 2)).toEqual(["河东乡中心小学", "河西乡中心小学"]);
    await user.selectOptions(screen.getByRole("combobox", { name: "排序" }), "按校名");
    expect(rows()[0]).toBe("城关镇第二小学");
  });

  it.each([
    ["不达标 1", ["河东乡中心小学"]],
    ["数据不足 1", ["河西乡中心小学"]],
  ])("filters by verdict: %s", async (chip, expected) => {
    const { user } = await openResult();
    await user.click(button(chip));
    expect(button(chip)).toHaveAttribute("aria-pressed", "true");
    expect(rows()).toEqual(expected);
  });

  it("filters by stage, town and part of a name, and says when nothing is left", async () => {
    const { user } = await openResult();
    await user.selectOptions(screen.getByRole("combobox", { name: "学段" }), "初中");
    expect(rows()).toHaveLength(3);
    await user.selectOptions(screen.getByRole("combobox", { name: "全部乡镇" }), "河东乡");
    expect(rows()).toEqual(["河东乡初级中学"]);
    await user.type(screen.getByRole("searchbox", { name: "搜索校名" }), "第一");
    expect(screen.getByText("没有符合条件的学校。")).toBeVisible();
  });

  it("shows a hundred rows at a time", async () => {
    const [primary] = COUNTY;
    const many = Array.from({ length: 130 }, (_, i) => primary?.values[2]?.map((cell, j) => (j === 1 ? `第${i + 1}小学` : cell)) ?? []);
    const { user } = await openResult([{ name: "小学", values: [...(primary?.values.slice(0, 2) ?? []), ...many] }]);
    expect(rows()).toHaveLength(100);
    await user.click(button("再显示 30 行（还有 30 行）"));
    expect(rows()).toHaveLength(130);
  });

  it("names each of the seven marks by its word, the columns by their indicator", async () => {
    await openResult();
    const line = screen.getByRole("row", { name: /河东乡中心小学/ });
    expect(within(line).getAllByRole("img").map((mark) => mark.getAttribute("aria-label"))).toEqual(["达标", "不达标", "达标", "达标", "达标", "达标", "不达标"]);
    expect(screen.getByRole("columnheader", { name: "2 每百名学生拥有县级以上骨干教师数" })).toBeVisible();
  });
});

async function openCard(name: RegExp): Promise<Opened> {
  const opened = await openResult();
  await opened.user.click(button(name));
  return opened;
}

describe("a school's card", () => {
  it("opens on a click, takes the focus, and selects the school's row in the sheet", async () => {
    const { host, user } = await openCard(/河东乡中心小学，小学，打开学校卡片/);
    expect(screen.getByRole("heading", { name: "河东乡中心小学" })).toHaveFocus();
    expect(host.selected).toMatchObject({ sheet: "小学", row: 4 });
    await user.click(button("返回学校列表"));
    expect(rows()).toHaveLength(7);
  });

  it("gives value, line, 85 % line and the gap in its own unit, rounded up (R23)", async () => {
    await openCard(/河东乡中心小学，小学，打开学校卡片/);
    const line = screen.getByText("骨干教师").closest("summary") as HTMLElement;
    expect(line).toHaveTextContent("0.25");
    expect(line).toHaveTextContent("达标线 1.00 · 85% 0.85");
    expect(line).toHaveTextContent("缺 3 人");
  });

  it("explains an indicator: inputs with cells, steps, clause, what would help, share of the difference", async () => {
    const { user, host } = await openCard(/河东乡中心小学，小学，打开学校卡片/);
    await user.click(screen.getByText("骨干教师"));
    expect(screen.getByText("再补 3 人，达到标准。")).toBeVisible();
    expect(screen.getByText(/= 1 × 100 ÷ 400/)).toBeVisible();
    expect(screen.getByText(/教督〔2017〕6号 一、资源配置（二）/)).toBeVisible();
    expect(screen.getByText("占全县小学该指标差异的 84.7%，在 4 校中列第 1 位。")).toBeVisible();
    await user.click(button("选中单元格 小学!F5"));
    expect(host.selected).toMatchObject({ sheet: "小学", row: 4, column: COLUMN.backbone });
  });

  it("says what is missing instead of a value, never zero (R7)", async () => {
    const { user } = await openCard(/河西乡中心小学，小学，打开学校卡片/);
    const line = screen.getByText("教学仪器设备").closest("summary") as HTMLElement;
    expect(line).toHaveTextContent("缺数据");
    await user.click(line);
    expect(screen.getByText(/L6/, { selector: "li" })).toBeVisible();
  });
});

describe("actions at the foot", () => {
  it("highlights the bureau's cells with a legend, and takes exactly that away again", async () => {
    const { user, host } = await openResult();
    await user.click(button("标注工作表"));
    expect(await message(/已标注 2 张工作表/)).toBeVisible();
    expect(host.highlights.map((plan) => plan.sheet)).toEqual(["小学", "初中"]);
    expect([...host.written.keys()]).toEqual([expect.stringContaining("标注说明")]);
    await user.click(screen.getAllByRole("button", { name: "取消标注" }).at(-1) as HTMLElement);
    expect(await message(/已取消标注/)).toBeVisible();
    expect(host.highlights).toEqual([]);
    expect([...host.written.keys()]).toEqual([]);
    expect(button("标注工作表")).toBeVisible();
  });

  it("says which sheet is protected when highlighting is refused, and offers to try again", async () => {
    const { user, host } = await openResult();
    host.refuse("highlight", "protectedSheet", "“小学”");
    await user.click(button("标注工作表"));
    expect(await message("“小学”：工作表受保护，无法写入。请先撤销工作表保护，再重试。")).toBeVisible();
    expect(host.written.size).toBe(0);
    await user.click(button("重试"));
    expect(await message(/已标注 2 张工作表/)).toBeVisible();
  });

  it("offers formulas that fit at the selection, inserts one, and takes it back", async () => {
    const { user, host } = await openResult();
    await host.select("小学", { row: 2, column: 14, rows: 1, columns: 1 });
    await user.click(button("插入公式"));
    const offers = await screen.findByRole("region", { name: "选择要插入的公式" });
    await user.click(within(offers).getAllByRole("button", { name: /^插入 / })[0] as HTMLElement);
    expect(await message(/已在 小学!.* 插入公式/)).toBeVisible();
    expect([...host.formulas.values()][0]).toMatch(/^=YJJH/);
    await user.click(button("撤销"));
    expect(await message(/已撤销/)).toBeVisible();
    expect(host.formulas.size).toBe(0);
  });

  it("writes nothing over a filled cell and says so", async () => {
    const { user, host } = await openResult();
    await user.click(button("插入公式"));
    host.refuse("insertFormulas", "occupied");
    await user.click((await screen.findAllByRole("button", { name: /^插入 / }))[0] as HTMLElement);
    expect(await message(/为避免覆盖，没有写入/)).toBeVisible();
    expect(host.formulas.size).toBe(0);
  });
});

describe("reports", () => {
  async function openReports(): Promise<Opened> {
    const opened = await openResult();
    await opened.user.click(button("生成报表"));
    await screen.findByText("可以生成的报表");
    return opened;
  }

  it("writes a report into a sheet of its own, dated, and takes it back", async () => {
    const { user, host } = await openReports();
    await user.click(button("写入工作簿：七项指标报告"));
    expect(await message(/已写入七项指标报告/)).toBeVisible();
    const [name = ""] = host.written.keys();
    expect(screen.getByText(`2026-11-22 · ${name}`)).toBeVisible();
    expect(host.store.join("")).toContain("2026-11-22");
    await user.click(button("撤销 七项指标报告"));
    expect(await message("已撤销“七项指标报告”")).toBeVisible();
    expect(host.written.size).toBe(0);
  });

  it("replaces a report it wrote before, but never a sheet of somebody else", async () => {
    const { user, host } = await openReports();
    await user.click(button("写入工作簿：七项指标报告"));
    await message(/已写入七项指标报告/);
    await user.click(button("写入工作簿：七项指标报告（重新写入）"));
    expect(await message(/已写入七项指标报告/)).toBeVisible();
    expect(screen.queryByText(/同名工作表/)).toBeNull();
    host.refuse("writeSheets", "nameTaken", "“义教均衡-校际均衡情况表”");
    await user.click(button("写入工作簿：校际均衡情况表"));
    expect(await message(/已有同名工作表，而且不是本加载项写的/)).toBeVisible();
  });

  it("goes to the report on 转到", async () => {
    const { user, host } = await openReports();
    await user.click(button("写入工作簿：七项指标报告"));
    await message(/已写入七项指标报告/);
    await user.click(button("转到"));
    expect(host.selected?.sheet).toBe([...host.written.keys()][0]);
  });

  it("undoes a report whose sheet a person already deleted", async () => {
    const { user, host } = await openReports();
    await user.click(button("写入工作簿：七项指标报告"));
    await message(/已写入七项指标报告/);
    host.written.clear();
    await user.click(button("撤销 七项指标报告"));
    expect(await message("已撤销“七项指标报告”")).toBeVisible();
  });
});

describe("access", () => {
  it("has no violations: conclusion, cards, table", async () => {
    const { container } = await openResult();
    expect(await axe(container)).toHaveNoViolations();
  });

  it("has no violations: a school's card with an explanation open, settings open", async () => {
    const { container, user } = await openCard(/河东乡中心小学，小学，打开学校卡片/);
    await user.click(screen.getByText("骨干教师"));
    await user.click(button(/打开设置/));
    await screen.findByRole("region", { name: "设置" });
    expect(await axe(container)).toHaveNoViolations();
  });

  it("has no violations: reports, with one written", async () => {
    const { container, user } = await openChecked();
    await user.click(screen.getByRole("tab", { name: /报表/ }));
    await user.click(await screen.findByRole("button", { name: "写入工作簿：七项指标报告" }));
    await message(/已写入七项指标报告/);
    expect(await axe(container)).toHaveNoViolations();
  });
});
