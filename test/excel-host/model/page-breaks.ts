import { ExcelError } from "../protocol";
import { Remote, RemoteCollection } from "../remote";
import { parseAddress } from "./address";
import { Range } from "./range";
import type { Worksheet } from "./worksheet";

class PageBreak extends Remote {
  readonly className = "PageBreak";
  readonly columnIndex = 0;
  constructor(readonly rowIndex: number) { super(); }
}

/** Page breaks above rows. */
export class PageBreaks extends RemoteCollection<PageBreak> {
  readonly className = "PageBreakCollection";
  private list: PageBreak[] = [];
  constructor(private readonly sheet: Worksheet) { super(); }
  members(): readonly PageBreak[] { return this.list; }
  add(at: Range | string): PageBreak {
    this.sheet.mustBeWritable();
    const { row } = at instanceof Range ? at.box : parseAddress(at);
    if (row === 0) throw new ExcelError("InvalidArgument", "a page break above the first row");
    const made = new PageBreak(row);
    this.list = [...this.list, made].sort((a, b) => a.rowIndex - b.rowIndex);
    return made;
  }
  removePageBreaks(): void { this.list = []; }
}
