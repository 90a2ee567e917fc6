import { element } from "./elements";

/** Shows what went wrong, or right, in the bar under the title; `null` takes it away. */
export function notice(text: string | null, kind: "error" | "success" = "error"): void {
  const bar = element("notice");
  element("notice-text").textContent = text ?? "";
  bar.dataset["kind"] = kind;
  bar.setAttribute("role", kind === "error" ? "alert" : "status");
  bar.hidden = text === null;
}

/** Covers the grid while something long goes on; `null` uncovers it. */
export function loading(text: string | null): void {
  element("loading-text").textContent = text ?? "";
  element("loading").hidden = text === null;
}

/** Lets the browser draw what was just shown before work goes on. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
