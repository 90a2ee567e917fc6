import { describe, expect, it } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { COUNTY } from "./county";
import { countyForm, FILLED_FORM, FORM_COLUMN, formRow } from "./county-form";
import type { MemorySheet } from "./memory-host";
import { button, openChecked, openPane, settle, type Opened } from "./render";

/** The workbook checked, the 结果 tab in front. */
async function openItems(sheets: readonly MemorySheet[] = [...COUNTY, FILLED_FORM]): Promise<Opened> {
  const opened = await openChecked(sheets);
  await opened.user.click(screen.getByRole("tab", { name: /结果/ }));
  await screen.findByRole("button", { name: /标注工作表/ });
  await screen.findByRole("region", { name: /^(县域|资源配置)结论$/ });
  return opened;
}

const head = () => screen.getByRole("region", { name: /^(县域|资源配置)结论$/ });
const openPart = async (opened: Opened, part: string) => opened.user.click(screen.getByText(part, { selector: "summary *" }));

describe("with a county form", () => {
  it("the head is 县域结论, 资源配置结论 stands below it, and nothing is 尚未判定 any more (R3)", async () => {
    await openItems();
    expect(head()).toHaveTextContent(/^县域结论（国家标准全部内容）不达标/);
    expect(head()).toHaveTextContent("资源配置结论（7项指标与差异系数） 不达标");
    expect(head()).not.toHaveTextContent("尚未判定");
    expect(screen.queryByRole("button", { name: "插入县级填报表" })).toBeNull();
  });

  it("a veto of the form is among the reasons, and leads to its item", async () => {
    const { user, host } = await openItems([...COUNTY, countyForm({ "county.vetoChoice": "是" })]);
    const reason = within(head()).getAllByRole("button").find((one) => /择校/.test(one.textContent ?? ""));
    if (!reason) throw new Error("no such reason");
    await user.click(reason);
    expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
    expect(screen.getByRole("article")).toHaveTextContent("不达标");
    await user.click(button(`选中单元格 县级填报表!D${formRow("county.vetoChoice") + 1}`));
    expect(host.selected).toMatchObject({ sheet: "县级填报表", row: formRow("county.vetoChoice"), column: FORM_COLUMN });
  });

  it("each part counts its verdicts; open, it lists its items by number and name with their verdicts", async () => {
    const opened = await openItems();
    for (const part of ["政府保障程度", "教育质量", "社会认可度", "一票否决", "申报条件"]) expect(screen.getByText(part, { selector: "summary *" })).toBeVisible();
    await openPart(opened, "社会认可度");
    expect(button(/^D1 .*，达标，查看依据$/)).toBeVisible();
  });

  it("an item shows value beside line, its cells, steps and clause; the way back leads to its line", async () => {
    const opened = await openItems();
    await openPart(opened, "社会认可度");
    await opened.user.click(button(/^D1 /));
    const card = screen.getByRole("article");
    expect(within(card).getByRole("row", { name: /91\.5/ })).toHaveTextContent(/≥ 85/);
    expect(card).toHaveTextContent("条款");
    expect(card).toHaveTextContent(/教督〔2017〕6号/);
    expect(within(card).getByRole("button", { name: /选中单元格 县级填报表!D/ })).toBeVisible();
    await opened.user.click(button("返回结果"));
    expect(button(/^D1 /)).toHaveFocus();
  });

  it("a blank is 数据不足, never a pass: the item says what is missing and goes to its cell (R3, R7)", async () => {
    const opened = await openItems([...COUNTY, countyForm({ "county.recognition": null })]);
    await openPart(opened, "社会认可度");
    await opened.user.click(button(/^D1 .*，数据不足，查看依据$/));
    const goTo = button(`到 县级填报表!D${formRow("county.recognition") + 1}`);
    await opened.user.click(goTo);
    expect(opened.host.selected).toMatchObject({ sheet: "县级填报表", row: formRow("county.recognition"), column: FORM_COLUMN });
  });

  it("what a class list would tell offers the class list", async () => {
    const opened = await openItems();
    await openPart(opened, "政府保障程度");
    await opened.user.click(button(/^B5 .*，数据不足，查看依据$/));
    await opened.user.click(button("插入班级名册"));
    await settle();
    expect([...opened.host.written.keys()]).toEqual(["班级名册"]);
  });

  it("has no violations: all parts open, and an item's card", async () => {
    const opened = await openItems();
    await openPart(opened, "政府保障程度");
    expect(await axe(head())).toHaveNoViolations();
    expect(await axe(screen.getByRole("region", { name: "其余各部分" }))).toHaveNoViolations();
    await opened.user.click(button(/^B5 /));
    expect(await axe(screen.getByRole("article"))).toHaveNoViolations();
  });
});

describe("without a county form", () => {
  it("one button inserts it; what is typed there is read without another click, and the head turns to 县域结论", async () => {
    const { user, host, scheduler } = await openItems(COUNTY);
    expect(head()).toHaveTextContent("尚未判定");
    await user.click(button("插入县级填报表"));
    expect(await screen.findByText(/已插入工作表“县级填报表”/, { ignore: "[role=status]" })).toBeVisible();
    const rows = host.cellsOf("县级填报表") ?? [];
    const row = rows.findIndex((cells) => cells.includes("社会认可度（国家调查结果）"));
    const column = Math.max(...rows.map((cells) => cells.indexOf("填报值")));
    host.type("县级填报表", row, column, 91.5);
    await settle(() => scheduler.pass(250));
    expect(await screen.findByRole("region", { name: "县域结论" })).toHaveTextContent("不达标");
  });
});

describe("what a bureau sets", () => {
  async function openSettings(sheets?: readonly MemorySheet[]): Promise<Opened> {
    const opened = await openItems(sheets);
    await opened.user.click(button(/打开设置/));
    await screen.findByRole("region", { name: "设置" });
    return opened;
  }

  it("a second standard is a second line: the national head does not change (R5)", async () => {
    const { user, host } = await openSettings();
    const before = head().textContent;
    const select = screen.getByRole("combobox", { name: "另行对照的标准" });
    const other = within(select).getAllByRole("option")[1] as HTMLOptionElement;
    await user.selectOptions(select, other);
    await settle();
    expect(head().textContent).toBe(before);
    expect(screen.getByRole("region", { name: "另行对照" })).toHaveTextContent("不改变上面按国家标准的结论");
    expect(host.store.join("")).toContain(`"standardId":"${other.value}"`);
    await user.selectOptions(select, "不另行对照");
    await settle();
    expect(screen.queryByRole("region", { name: "另行对照" })).toBeNull();
  });

  it("county and year show the local targets beside the national verdict, which does not change (R5, R26)", async () => {
    const { user, host } = await openSettings();
    const before = head().textContent;
    const select = screen.getByRole("combobox", { name: "所在地区（本地目标）" });
    await user.selectOptions(select, within(select).getAllByRole("option").find((one) => /鄂尔多斯.*三年|三年.*攻坚/.test(one.textContent ?? "")) as HTMLElement);
    await settle();
    await user.selectOptions(screen.getByRole("combobox", { name: "年度" }), "2026 年");
    await settle();
    const section = screen.getByRole("region", { name: "本地目标（2026 年）" });
    expect(section).toHaveTextContent(/指标与目标 \d+ 项.*数据不足 \d+/);
    await user.click(within(section).getByText(/^指标与目标/));
    expect(section).toHaveTextContent(/残疾儿童/);
    expect(head().textContent).toBe(before);
    expect(host.store.join("")).toContain('"year":2026');
    expect(button(/口径：默认 · .+ 2026 年/)).toBeVisible();
    expect(await axe(section)).toHaveNoViolations();
  });

  it("a switch stands beside every result it touches, and is off unless somebody turns it on (R5, R22)", async () => {
    const opened = await openSettings();
    const boxes = within(screen.getByRole("region", { name: "设置" })).getAllByRole("checkbox");
    expect(boxes.length).toBeGreaterThan(5);
    for (const box of boxes) expect(box).not.toBeChecked();
    await opened.user.click(screen.getByRole("checkbox", { name: /随迁子女/ }));
    await settle();
    expect(head()).toHaveTextContent(/按口径：.*随迁子女/);
    await openPart(opened, "政府保障程度");
    await opened.user.click(button(/^B4 /));
    expect(screen.getByRole("article")).toHaveTextContent(/按口径：.*随迁子女/);
    await opened.user.click(button("返回结果"));
    await opened.user.click(button(/^B5 /));
    expect(screen.getByRole("article")).not.toHaveTextContent("按口径");
  });

  it("数据时点 is what a sheet says until somebody types another; Esc brings it back", async () => {
    const { user, host } = await openSettings();
    const field = screen.getByRole("textbox", { name: "数据时点" });
    await user.type(field, "2025年9月1日{Escape}");
    expect(field).toHaveValue("");
    await user.type(field, "2025年9月1日{Enter}");
    await settle();
    expect(field).toHaveValue("2025年9月1日");
    expect(host.store.join("")).toContain('"dataDate":"2025年9月1日"');
  });
});

describe("the 数据 tab", () => {
  it("names the other sheets that were read, with what was found there", async () => {
    const { user, host } = await openChecked([...COUNTY, FILLED_FORM]);
    const line = within(screen.getByRole("region", { name: "其他表" })).getByRole("button", { name: "在工作表中选中 县级填报表!A1" }).closest("li") as HTMLElement;
    expect(line).toHaveTextContent(/县级填报表 · 已填 \d+\/\d+ 项/);
    await user.click(within(line).getByRole("button"));
    expect(host.selected).toMatchObject({ sheet: "县级填报表" });
  });

  it("offers the school sheet to who has no data yet, and goes to it", async () => {
    const { user, host } = await openPane([]);
    await user.click(button("插入学校数据表模板"));
    expect(await screen.findByText(/已插入工作表“学校数据表”/, { ignore: "[role=status]" })).toBeVisible();
    expect(host.selected?.sheet).toBe("学校数据表");
  });
});
