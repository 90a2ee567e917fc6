/** Local plans (地方方案): what bureaus must reach besides the national standard, by year. Not needed to answer a formula, so it stands apart. */
import type { LocalPlan, LocalRow } from "../engine";
import hinggan2025 from "./hinggan-2025.json" with { type: "json" };
import hutubi2022 from "./hutubi-2022.json" with { type: "json" };
import ordos14 from "./ordos-14th-plan.json" with { type: "json" };
import ordos2024 from "./ordos-2024.json" with { type: "json" };
import wuhai2035 from "./wuhai-2035.json" with { type: "json" };

/** A row as its file has it: what it does not name, it does not have. */
type FileRow = Pick<LocalRow, "id" | "kind" | "term" | "number" | "unit" | "scope" | "deadline"> & Partial<LocalRow> & { readonly section: string; readonly text: string };

/** The files as they are; a test parses each. */
export const LOCAL_PLAN_FILES: readonly unknown[] = [ordos2024, hinggan2025, wuhai2035, ordos14, hutubi2022];

function planOf(file: unknown): LocalPlan {
  const plan = file as Omit<LocalPlan, "rows"> & { readonly rows: readonly FileRow[] };
  const document = `${plan.document.title}（${plan.document.number}）`;
  const rows = plan.rows.map(({ section, text, ...row }): LocalRow => ({ counties: [], targets: [], measure: null, owners: [], ...row, clause: { document, section, text } }));
  return { ...plan, rows };
}

/** All local plans known. */
export const LOCAL_PLANS: readonly LocalPlan[] = LOCAL_PLAN_FILES.map(planOf);

/** The plan of an id; `undefined` when there is none. */
export function findPlan(id: string): LocalPlan | undefined {
  return LOCAL_PLANS.find((plan) => plan.id === id);
}
