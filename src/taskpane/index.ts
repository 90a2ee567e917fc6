/** The door of the pane: shows it in an element, beside any spreadsheet program a host is written for. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { Host } from "../host/host";
import { Pane } from "./pane";
import type { PaneTheme } from "./theme";
import { browserScheduler, type Scheduler } from "./machine/scheduler";
import { createWork, type Work } from "./machine/work";

export { createWork, type Work } from "./machine/work";
export type { PaneTheme } from "./theme";
export { browserScheduler, type Scheduler } from "./machine/scheduler";

export interface PaneOptions {
  /** What the surroundings look like; the system's own preference when left out. */
  readonly theme?: PaneTheme;
  /** Shows a sample workbook; the link is there only when this is given. */
  readonly onSample?: () => void;
  readonly scheduler?: Scheduler;
}

/** Shows the pane (窗格) and returns how to take it away. The element gives it its size. */
export function mountPane(element: HTMLElement, host: Host, options: PaneOptions = {}): () => void {
  return mountWork(element, createWork(host, options.scheduler ?? browserScheduler), options);
}

/** The same for work that others ask things of too, such as the ribbon's buttons. */
export function mountWork(element: HTMLElement, work: Work, options: Omit<PaneOptions, "scheduler"> = {}): () => void {
  const root = createRoot(element);
  root.render(createElement(Pane, { work, theme: options.theme ?? "auto", onSample: options.onSample }));
  return () => root.unmount();
}
