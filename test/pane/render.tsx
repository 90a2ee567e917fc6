import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { act, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { Pane } from "../../src/taskpane/pane";
import { createWork } from "../../src/taskpane/machine/work";
import { COUNTY } from "./county";
import { ManualScheduler } from "./manual-scheduler";
import { MemoryHost, type MemorySheet } from "./memory-host";
import { MemoryOutlets } from "./memory-outlets";

export interface Opened {
  readonly host: MemoryHost;
  readonly outlets: MemoryOutlets;
  readonly scheduler: ManualScheduler;
  readonly user: UserEvent;
  readonly container: HTMLElement;
}

/** The pane beside a workbook, as a person finds it. */
export async function openPane(sheets: readonly MemorySheet[] = COUNTY, options: { readonly onSample?: () => void; readonly host?: MemoryHost } = {}): Promise<Opened> {
  const host = options.host ?? new MemoryHost(sheets);
  const scheduler = new ManualScheduler();
  // Without style sheets: jsdom would match each rule with each element whenever a test looks for a role.
  const outlets = new MemoryOutlets();
  const work = createWork(host, scheduler, outlets);
  const { container } = render(
    <RendererProvider renderer={createDOMRenderer(undefined)}>
      <Pane work={work} theme="light" onSample={options.onSample} />
    </RendererProvider>,
  );
  await act(async () => {});
  return { host, outlets, scheduler, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }), container };
}

export const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** The workbook checked, the 数据 tab in front. */
export async function openChecked(sheets: readonly MemorySheet[] = COUNTY): Promise<Opened> {
  const opened = await openPane(sheets);
  await opened.user.click(button("检查本工作簿"));
  await screen.findAllByText(/^在 \d+ 张工作表里找到|没有找到学校数据表。/);
  return opened;
}

/** The workbook checked, the 结果 tab in front. */
export async function openResult(sheets: readonly MemorySheet[] = COUNTY): Promise<Opened> {
  const opened = await openChecked(sheets);
  await opened.user.click(screen.getByRole("tab", { name: /结果/ }));
  await screen.findByRole("button", { name: /标注工作表|取消标注/ });
  await screen.findByRole("region", { name: "资源配置结论" });
  return opened;
}

/** Lets everything that only waits for promises happen. */
export const settle = (first: () => void = () => {}) =>
  act(async () => {
    first();
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  });
