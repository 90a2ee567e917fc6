import { finished, type Steps } from "../../../engine";
import type { SheetPlan } from "../../sheet-plan";
import type { ReportContext, ReportKind } from "../report";
import { formPlan, type Form } from "./form";
import { table1 } from "./table-1";
import { table21 } from "./table-2-1";
import { table22 } from "./table-2-2";
import { table3 } from "./table-3";
import { table4 } from "./table-4";
import { table5 } from "./table-5";
import { table6 } from "./table-6";
import { unfilled, unfilledPlan } from "./unfilled";

const TABLES: readonly ((context: ReportContext) => Form)[] = [table1, table21, table22, table3, table4, table5, table6];

/** 申报表 Ⅰ–Ⅵ in the official layout and precision, filled in, and a list of what could not be filled. */
export const declaration: ReportKind = {
  id: "declaration",
  term: "申报表Ⅰ—Ⅵ",
  purpose: "全国义务教育优质均衡发展县（市、区）申报表，按官方格式和精度填好；填不出的格子标“缺”并另列清单",
  group: "official",
  typedSheets: [],
  lacks: (context) => {
    const list = unfilled(TABLES.map((table) => table(context)));
    return [...new Set(list.map(({ table }) => table))].map((table) => {
      const own = list.filter((one) => one.table === table);
      const first = own.slice(0, SHOWN).map((one) => one.what).join("、");
      return `${table}有 ${String(own.length)} 项未填：${first}${own.length > SHOWN ? "等" : ""}`;
    });
  },
  build: (context) => finished(steps(context)),
  steps,
};

function* steps(context: ReportContext): Steps<SheetPlan[]> {
  const forms: Form[] = [];
  const plans: SheetPlan[] = [];
  for (const table of TABLES) {
    const form = table(context);
    forms.push(form);
    yield;
    plans.push(formPlan(context, form, form.term === "表Ⅱ-2"));
    yield;
  }
  return [...plans, unfilledPlan(context, forms)];
}

/** Missing things named in one line of the pane. */
const SHOWN = 3;
