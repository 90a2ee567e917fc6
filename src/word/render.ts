import { AlignmentType, BorderStyle, HeadingLevel, ImageRun, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, XmlComponent, type IContext, type IRunOptions, type ITableBordersOptions, type IXmlableObject } from "docx";
import type { Steps } from "../engine";
import { VERDICT_COLOURS } from "../workbook";
import type { Block, TableBlock, TableCell as CellText, WordImage } from "./block";
import { HEADINGS, roomOf, type Orientation } from "./looks";

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "808080" } as const;
const BORDERS: ITableBordersOptions = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const HEAD_FILL = "E8EEF4";
const CELL_MARGINS = { top: 30, bottom: 30, left: 60, right: 60 } as const;
const SPACE = "\u3000";
/** A twentieth of a point in pixels of a picture. */
const PIXEL = 15;
/** Highest a picture may stand on a page, in pixels. */
const TALLEST = 520;
/** Tables of at most so many rows and columns are kept on one page; rows of wider ones may be too high for that. */
const KEPT_ROWS = 10;
const KEPT_COLUMNS = 10;

/** Turns what a report says into paragraphs and tables (排版), numbering tables and pictures on its way. */
export class Renderer {
  private tables = 0;
  private pictures = 0;

  constructor(private readonly orientation: Orientation, private readonly counted = true) {}

  *render(blocks: readonly Block[]): Steps<(Paragraph | Table)[]> {
    const parts: (Paragraph | Table)[] = [];
    for (const block of blocks) {
      parts.push(...(yield* this.one(block)));
      yield;
    }
    return parts;
  }

  private *one(block: Block): Steps<(Paragraph | Table)[]> {
    switch (block.kind) {
      case "heading": return [new Paragraph({ heading: LEVELS[block.level], numbering: { reference: HEADINGS, level: block.level - 1 }, children: runs(block.text) })];
      case "text": return [new Paragraph({ style: "body", children: runs(block.text) })];
      case "note": return [new Paragraph({ style: "note", children: runs(block.text) })];
      case "picture": return this.picture(block.image);
      case "table": return yield* this.table(block);
    }
  }

  private *table(block: TableBlock): Steps<(Paragraph | Table)[]> {
    this.tables += 1;
    const caption = this.counted ? `表${String(this.tables)}${SPACE}${block.caption}` : block.caption;
    return [
      // Forms begin on a page of their own.
      new Paragraph({ style: "caption", pageBreakBefore: !this.counted && this.tables > 1, children: runs(caption) }),
      yield* tableOf(block, roomOf(this.orientation)),
      ...block.notes.map((text, index) => new Paragraph({ style: "note", children: runs(`注${block.notes.length > 1 ? String(index + 1) : ""}：${text}`) })),
    ];
  }

  private picture({ picture, png, width, height }: WordImage): Paragraph[] {
    this.pictures += 1;
    const scale = Math.min(roomOf(this.orientation) / PIXEL / width, TALLEST / height);
    const image = new ImageRun({
      type: "png", data: png, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: picture.id, title: picture.title, description: picture.alt },
    });
    return [
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 160 }, keepNext: true, children: [image] }),
      new Paragraph({ style: "caption", keepNext: false, children: runs(`图${String(this.pictures)}${SPACE}${picture.title}`) }),
    ];
  }
}

/** Text with what is to be filled in (【…】) marked. */
export function runs(text: string, look: IRunOptions = {}): TextRun[] {
  return text.split(/(【[^】]*】)/).filter((part) => part !== "").map((part) => new TextRun({ ...look, text: part, ...(part.startsWith("【") && { highlight: "yellow" as const }) }));
}

/** Rows between two stops. */
const AT_ONCE = 10;

function* tableOf({ widths, header, rows }: TableBlock, room: number): Steps<Table> {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => Math.floor((width * room) / sum));
  const isKept = rows.length <= KEPT_ROWS && widths.length <= KEPT_COLUMNS;
  const made = header.map((cells) => new TableRow({ tableHeader: true, cantSplit: true, children: cells.map((cell) => cellOf({ ...cell, align: "center", bold: true }, { fill: HEAD_FILL, keepNext: true })) }));
  for (const [index, cells] of rows.entries()) {
    if (index % AT_ONCE === 0) yield;
    made.push(new TableRow({ cantSplit: true, children: cells.map((cell) => cellOf(cell, { fill: null, keepNext: isKept && index < rows.length - 1 })) }));
  }
  const table = new SlicedTable({
    layout: TableLayoutType.FIXED, width: { size: columns.reduce((total, width) => total + width, 0), type: WidthType.DXA }, columnWidths: columns, borders: BORDERS, margins: CELL_MARGINS, rows: made,
  });
  yield* table.formatRows();
  return table;
}

/** A table whose rows are brought into the file's form one by one: all rows of all tables in one go would stop the window. */
class SlicedTable extends Table {
  *formatRows(): Steps<void> {
    for (const [index, part] of this.root.entries()) {
      if (!(part instanceof TableRow)) continue;
      if (index % AT_ONCE === 0) yield;
      // Rows hold texts only, which ask nothing of the file they go into.
      const row = part.prepForXml({ stack: [] } as unknown as IContext);
      if (row) this.root[index] = new FormattedRow(row);
    }
  }
}

class FormattedRow extends XmlComponent {
  constructor(private readonly row: IXmlableObject) {
    super("w:tr");
  }

  override prepForXml(): IXmlableObject {
    return this.row;
  }
}

interface CellLook {
  readonly fill: string | null;
  readonly keepNext: boolean;
}

function cellOf({ text, align = "left", verdict, bold = false, columns = 1, rows = 1 }: CellText, look: CellLook): TableCell {
  const colours = verdict && VERDICT_COLOURS[verdict];
  const fill = colours ? colours.fill.slice(1) : look.fill;
  return new TableCell({
    ...(columns > 1 && { columnSpan: columns }), ...(rows > 1 && { rowSpan: rows }), verticalAlign: VerticalAlign.CENTER,
    ...(fill !== null && { shading: { type: ShadingType.CLEAR, fill, color: "auto" } }),
    children: text.split("\n").map((line) => new Paragraph({ style: "cell", alignment: ALIGN[align], ...(look.keepNext && { keepNext: true }), children: runs(line, { ...(bold && { bold }), ...(colours && { color: colours.text.slice(1) }) }) })),
  });
}
