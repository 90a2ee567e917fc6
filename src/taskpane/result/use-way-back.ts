import { useEffect, useRef } from "react";
import type { Stage } from "../../engine";

export const WAY_TO_SCHOOLS = "schools";
export const wayToRow = (row: number): string => `row-${row}`;
export const wayToItem = (item: string): string => `item-${item}`;
export const wayToIndicator = (stage: Stage, indicator: number): string => `${stage}-${indicator}`;

/** Brings focus and view back to where a card was opened (返回), or to the list that was asked for. */
export function useWayBack(isHome: boolean) {
  const home = useRef<HTMLDivElement>(null);
  const goal = useRef<string | null>(null);
  useEffect(() => {
    if (!isHome || goal.current === null) return;
    const find = (way: string) => home.current?.querySelector<HTMLElement>(`[data-way="${way}"]`);
    const found = find(goal.current) ?? find(WAY_TO_SCHOOLS);
    const block = goal.current === WAY_TO_SCHOOLS ? "start" : "center";
    goal.current = null;
    found?.focus({ preventScroll: true });
    found?.scrollIntoView?.({ block });
  });
  return { home, goTo: (way: string) => void (goal.current = way) };
}
