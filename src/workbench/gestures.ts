import { element } from "./elements";

/** Ctrl+O and Ctrl+S wherever the focus is; F6 walks between bar, grid and pane. */
export function listenForKeys(actions: { readonly open: () => void; readonly save: () => void }): void {
  window.addEventListener(
    "keydown",
    (event) => {
      const key = event.key.toLowerCase();
      const action = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? { o: actions.open, s: actions.save }[key] : undefined;
      if (!action && key !== "f6") return;
      // The grid and the browser have uses of their own for these keys.
      event.preventDefault();
      event.stopPropagation();
      if (action) action();
      else nextPart(event.shiftKey ? -1 : 1);
    },
    true,
  );
}

function nextPart(step: number): void {
  const parts = [document.querySelector("header"), element("grid-side"), element("pane")];
  const here = parts.findIndex((part) => part?.contains(document.activeElement));
  const next = parts[(here + step + parts.length) % parts.length];
  next?.querySelector<HTMLElement>("button:not([disabled]), [contenteditable], input, [tabindex='0']")?.focus();
}

/** A file dropped anywhere on the page is opened. */
export function listenForFiles(open: (file: File) => void): void {
  const sign = element("drop");
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const on = (name: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
    window.addEventListener(name, (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      act(event);
    }, true);
  on("dragenter", () => (sign.hidden = false));
  on("dragover", () => (sign.hidden = false));
  on("dragleave", (event) => (sign.hidden = event.relatedTarget === null));
  on("drop", (event) => {
    sign.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) open(file);
  });
}
