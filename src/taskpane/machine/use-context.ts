import { useMemo } from "react";
import type { ReportContext } from "../../workbook";
import { contextOf } from "./context";
import type { WorkState } from "./state";

/** What reports and pictures are made of, for showing (报表的依据): made anew only when what it rests on changes. */
export function useReportContext({ reading, judgement, whole, kept, workbookName }: WorkState): ReportContext | null {
  return useMemo(() => contextOf({ reading, judgement, whole, kept, workbookName }, ""), [reading, judgement, whole, kept, workbookName]);
}
