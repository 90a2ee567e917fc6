import { describe, expect, it } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { COUNTY } from "./county";
import { button, openChecked, openPane, settle, type Opened } from "./render";

async function openPlan(sheets = COUNTY): Promise<Opened> {
  const opened = await openChecked(sheets);
  await opened.user.click(screen.getByRole("tab", { name: "整改" }));
  await screen.findByRole("region", { name: "缺口" });
  return opened;
}

const gapOf = (indicator: RegExp) => within(screen.getByRole("region", { name: "缺口" })).getByText(indicator).closest("li") as HTMLElement;

describe("整改", () => {
  it("adds each indicator's gaps over the county, never across indicators, and says what is not counted (R23)", async () => {
    await openPlan();
    expect(gapOf(/^A2 /)).toHaveTextContent(/3 人/);
    expect(gapOf(/^A6 /)).toHaveTextContent("数据不足 1 个学段，未计入");
    expect(screen.getByText(/各项不能相加/)).toBeVisible();
  });

  it("gives money only where a price is given, and keeps the price in the workbook", async () => {
    const { user, host } = await openPlan();
    expect(gapOf(/^A7 /)).toHaveTextContent("未给单价");
    await user.click(screen.getByText(/^单价/));
    await user.type(screen.getByRole("textbox", { name: "网络多媒体教室（元/间）" }), "60,000{Enter}");
    await settle();
    expect(gapOf(/^A7 /)).toHaveTextContent(/约 [\d.]+ 万元/);
    expect(host.store.join("")).toContain('"multimediaRoom":60000');
    await user.clear(screen.getByRole("textbox", { name: "网络多媒体教室（元/间）" }));
    await user.tab();
    await settle();
    expect(gapOf(/^A7 /)).toHaveTextContent("未给单价");
  });

  it.each(["六万", "-5"])("does not take %s for a price", async (text) => {
    const { user, host } = await openPlan();
    await user.click(screen.getByText(/^单价/));
    await user.type(screen.getByRole("textbox", { name: "教师（元/人·年）" }), `${text}{Enter}`);
    expect(screen.getByRole("alert")).toHaveTextContent("请填不小于 0 的数字。");
    expect(host.store.join("")).not.toContain('"teacher"');
  });

  it("makes the documents of the gaps from here", async () => {
    const { user, host } = await openPlan();
    await user.click(button("写入工作簿：一校一策"));
    expect(await screen.findByText(/已写入一校一策/, { ignore: "[role=status]" })).toBeVisible();
    expect([...host.written.keys()]).toEqual(["义教均衡-一校一策"]);
  });

  it("says what would be here before anything was judged", async () => {
    const { user } = await openPane();
    await user.click(screen.getByRole("tab", { name: "整改" }));
    expect(await screen.findByText(/检查工作簿之后，这里按指标列出缺口/)).toBeVisible();
  });

  it.each([["整改", /^没有可判定的学校。请到“数据”页/], ["报表", /^没有可判定的学校，还不能生成报表/]] as const)("%s says what to do where nothing could be judged", async (tab, text) => {
    const { user } = await openChecked([{ name: "会议", values: [["通知"]] }]);
    await user.click(screen.getByRole("tab", { name: tab }));
    expect(await screen.findByText(text)).toBeVisible();
  });

  it("has no violations, prices open", async () => {
    const { user } = await openPlan();
    await user.click(screen.getByText(/^单价/));
    expect(await axe(screen.getByRole("tabpanel"))).toHaveNoViolations();
  });
});
