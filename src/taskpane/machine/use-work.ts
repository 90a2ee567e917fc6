import { useEffect, useSyncExternalStore } from "react";
import type { WorkState } from "./state";
import type { Work } from "./work";

/** Follows the work while the pane is shown. */
export function useWork(work: Work): WorkState {
  useEffect(() => work.start(), [work]);
  return useSyncExternalStore(work.subscribe, work.state);
}
