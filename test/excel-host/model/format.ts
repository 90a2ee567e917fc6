import { Remote, RemoteCollection } from "../remote";
import type { Box } from "./address";
import type { Worksheet } from "./worksheet";

/** What formats speak of: the boxes of a range or of several. */
export interface Formatted {
  readonly sheet: Worksheet;
  readonly boxes: readonly Box[];
}

/** A part of a format whose members are kept with every cell under `prefix` + name. */
class FormatPart extends Remote {
  [member: string]: unknown;
  constructor(readonly className: string, of: Formatted, prefix: string, names: Readonly<Record<string, unknown>>) {
    super();
    for (const [name, standard] of Object.entries(names)) {
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => common(of, prefix + name, standard),
        set: (value: unknown) => {
          of.sheet.mustBeWritable();
          for (const box of of.boxes) of.sheet.cells.setLook(box, prefix + name, value);
        },
      });
    }
  }
}

/** The value all cells share, `null` when they differ. Looks at the corners of very large boxes only. */
function common(of: Formatted, name: string, standard: unknown): unknown {
  let found: unknown;
  for (const box of of.boxes) {
    const rows = Math.min(box.rows, 2_000), columns = Math.min(box.columns, 200);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const value = of.sheet.cells.look(box.row + i, box.column + j, name) ?? standard;
        if (found !== undefined && found !== value) return null;
        found = value;
      }
    }
  }
  return found ?? null;
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;

class Borders extends RemoteCollection<Remote> {
  readonly className = "RangeBorderCollection";
  constructor(private readonly of: Formatted) {
    super();
  }
  members(): readonly Remote[] {
    return EDGES.map((edge) => this.getItem(edge));
  }
  getItem(edge: string): Remote {
    const part = new FormatPart("RangeBorder", this.of, `border.${edge}.`, { style: "None", color: "#000000", weight: "Thin", tintAndShade: 0 });
    return Object.defineProperty(part, "sideIndex", { value: edge, enumerable: true });
  }
}

export class RangeFormat extends FormatPart {
  constructor(private readonly of: Formatted) {
    super("RangeFormat", of, "", {
      horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, indentLevel: 0, shrinkToFit: false, textOrientation: 0,
    });
    const lengths = (name: "columnWidth" | "rowHeight", store: Map<number, number>, from: "column" | "row", count: "columns" | "rows"): void => {
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => store.get(of.boxes[0]?.[from] ?? 0) ?? (name === "columnWidth" ? 54 : 15),
        set: (value: number) => {
          of.sheet.mustBeWritable();
          for (const box of of.boxes) for (let i = 0; i < Math.min(box[count], 16_384); i++) store.set(box[from] + i, value);
        },
      });
    };
    lengths("columnWidth", of.sheet.columnWidths, "column", "columns");
    lengths("rowHeight", of.sheet.rowHeights, "row", "rows");
  }
  get fill(): Remote {
    const part = new FormatPart("RangeFill", this.of, "fill.", { color: "#FFFFFF", pattern: null });
    part["clear"] = () => {
      for (const box of this.of.boxes) this.of.sheet.cells.setLook(box, "fill.color", null);
    };
    return part;
  }
  get font(): Remote {
    return new FormatPart("RangeFont", this.of, "font.", {
      bold: false, italic: false, color: "#000000", name: "等线", size: 11, underline: "None", strikethrough: false,
    });
  }
  get borders(): Remote {
    return new Borders(this.of);
  }
  autofitColumns(): void {
    for (const box of this.of.boxes) for (let i = 0; i < Math.min(box.columns, 200); i++) this.of.sheet.columnWidths.delete(box.column + i);
  }
  autofitRows(): void {
    for (const box of this.of.boxes) for (let i = 0; i < Math.min(box.rows, 2_000); i++) this.of.sheet.rowHeights.delete(box.row + i);
  }
}
