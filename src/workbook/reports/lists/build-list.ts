import type { SheetBlock } from "../../../grid/block";
import { cell, type Row } from "../../layout";
import type { SheetPlan } from "../../sheet-plan";
import { framed, verdictMark } from "../frame";
import { SHEET_PREFIX, type ReportContext } from "../report";
import { headerOf, lineOf, validations, withMarks, writtenColumns } from "./columns";
import { keptLines, withoutOurLines } from "./kept";
import type { ListColumn, ListRow } from "./list-plan";
import { mergeRows } from "./merge";
import { readPrevious, type Previous } from "./previous";

/** A list that keeps what people type into it (清单). */
export interface ListLayout {
  /** Name of its sheet without the prefix. */
  readonly term: string;
  readonly title: string;
  /** The first is 序号. */
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  /** What was proposed in a row that is no longer one, by its key. */
  readonly suggested: (key: string) => Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly frozenColumns: number;
}

const NOTHING: Previous = { rows: [], renamed: new Map(), added: new Map() };
const NO_ROWS = "没有需要列入的问题。";
export const KEPT_NOTE = "黄底的列由您填写，重新生成清单时原样保留；您添加的行、列和改过的标题也保留。其他列随数据更新，改动过的文字移到“原表手工修改”列。不再列入的行（问题已解决、数据不足或学校改名）填有内容的，注明后保留在表末；没有填写的不再列出。";

export function buildList(context: ReportContext, layout: ListLayout): SheetPlan {
  const { columns } = layout;
  const previous = previousOf(context.previous.get(SHEET_PREFIX + layout.term), columns);
  const merged = mergeRows(layout.rows, previous, columns, layout.suggested);
  const written = writtenColumns(columns, previous, merged);
  const anew: readonly Row[] = merged.anew.length === 0 ? [[cell(NO_ROWS, "note")]] : merged.anew.map((row, index) => lineOf(row, written, index + 1));
  const plan = (kept: readonly Row[]): SheetPlan => {
    const page = framed(context, {
      term: layout.term,
      title: layout.title + verdictMark(context),
      table: { widths: [...written.map((one) => one.width), 4], header: [headerOf(written)], body: [...anew, ...kept], merges: [] },
      notes: [...layout.notes, KEPT_NOTE],
      frozenColumns: layout.frozenColumns,
    });
    return {
      ...page,
      paper: "A3",
      rows: withMarks(page.rows, written.length),
      hiddenColumns: [written.length],
      validations: validations(written, page.frozenRows, anew.length + kept.length),
    };
  };
  const bare = plan([]);
  const kept = withoutOurLines(merged.kept, bare.rows, NO_ROWS);
  return kept.length === 0 ? bare : plan(keptLines(kept, written, merged.anew.length));
}

/** The list as it stands in the workbook; nothing when there is none. */
export function previousOf(block: SheetBlock | undefined, columns: readonly ListColumn[]): Previous {
  return block === undefined ? NOTHING : readPrevious(block, columns);
}
