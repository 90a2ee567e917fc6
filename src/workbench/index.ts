import "./workbench.css";
import { element } from "./elements";
import { drawn, loading, notice } from "./notice";
import { startPaneToggle, startSplitter } from "./splitter";

startSplitter();
startPaneToggle();
// The spreadsheet is large: the bar is there at once, the grid follows.
drawn()
  .then(() => import("./desk"))
  .then((desk) => desk.startDesk(element("grid"), element("pane")))
  .then(() => loading(null))
  .catch((error: unknown) => {
    loading(null);
    notice(`表格没有打开。请刷新页面重试；如仍不行，请换用新版 Chrome 或 Edge。（${String(error)}）`);
  });
