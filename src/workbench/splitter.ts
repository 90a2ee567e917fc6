import { element } from "./elements";

const KEY = "yjjh.paneWidth";
const WIDTH = { least: 300, usual: 350, most: 600, step: 10 };

/** The edge between grid and pane: dragged or moved with the arrow keys, remembered on this machine. */
export function startSplitter(): void {
  const splitter = element("splitter");
  let width = recalled();
  const apply = (wanted: number) => {
    width = Math.min(WIDTH.most, Math.max(WIDTH.least, Math.round(wanted)));
    element("pane").style.width = `${String(width)}px`;
    splitter.setAttribute("aria-valuenow", String(width));
  };
  splitter.setAttribute("aria-valuemin", String(WIDTH.least));
  splitter.setAttribute("aria-valuemax", String(WIDTH.most));
  splitter.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    splitter.setPointerCapture(event.pointerId);
    document.body.dataset["resizing"] = "";
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) apply(window.innerWidth - event.clientX);
  });
  splitter.addEventListener("pointerup", () => {
    delete document.body.dataset["resizing"];
    remember(width);
  });
  splitter.addEventListener("keydown", (event) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: width + WIDTH.step, ArrowRight: width - WIDTH.step, Home: WIDTH.most, End: WIDTH.least };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    apply(wanted);
    remember(width);
  });
  apply(width);
}

/** Hides and shows the pane, as closing the task pane does in Excel. */
export function startPaneToggle(): void {
  const button = element("toggle-pane");
  button.addEventListener("click", () => {
    const isOpen = document.body.dataset["pane"] !== "closed";
    document.body.dataset["pane"] = isOpen ? "closed" : "open";
    button.setAttribute("aria-expanded", String(!isOpen));
    button.textContent = isOpen ? "显示窗格" : "隐藏窗格";
  });
}

/** A page without storage (private window, opened from a disk) simply starts at the usual width. */
function recalled(): number {
  try {
    return Number(localStorage.getItem(KEY)) || WIDTH.usual;
  } catch {
    return WIDTH.usual;
  }
}

function remember(width: number): void {
  try {
    localStorage.setItem(KEY, String(width));
  } catch {
    // Nothing depends on it.
  }
}
