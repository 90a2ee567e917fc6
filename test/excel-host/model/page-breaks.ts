import { ExcelError } from "../protocol";
import { Remote, RemoteCollection } from "../remote";
import { parseAddress } from "./address";
import { Range } from "./range";
import type { Worksheet } from "./worksheet";

class PageBreak extends Remote {
  readonly className = "PageBreak";
  constructor(readonly rowIndex: number, readonly columnIndex: number) { super(); }
}

/** Page breaks above rows, or left of columns. */
export class PageBreaks extends RemoteCollection<PageBreak> {
  readonly className = "PageBreakCollection";
  private list: PageBreak[] = [];
  constructor(private readonly sheet: Worksheet, private readonly along: "row" | "column") { super(); }
  members(): readonly PageBreak[] { return this.list; }
  add(at: Range | string): PageBreak {
    this.sheet.mustBeWritable();
    const place = (at instanceof Range ? at.box : parseAddress(at))[this.along];
    if (place === 0) throw new ExcelError("InvalidArgument", `a page break before the first ${this.along}`);
    const made = this.along === "row" ? new PageBreak(place, 0) : new PageBreak(0, place);
    this.list = [...this.list, made].sort((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex);
    return made;
  }
  removePageBreaks(): void { this.list = []; }
}
