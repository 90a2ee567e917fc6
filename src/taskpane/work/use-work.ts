import { useEffect, useState, useSyncExternalStore } from "react";
import type { Host } from "../../host/host";
import type { Scheduler } from "./scheduler";
import type { WorkState } from "./state";
import { createWork, type Work } from "./work";

/** The pane's only talk with the host. */
export function useWork(host: Host, scheduler: Scheduler): { readonly work: Work; readonly state: WorkState } {
  const [work] = useState(() => createWork(host, scheduler));
  const state = useSyncExternalStore(work.subscribe, work.state);
  useEffect(() => work.start(), [work]);
  return { work, state };
}
