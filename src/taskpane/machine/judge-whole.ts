import { itemSteps, judge, judgeLocal, ownStandard, type ItemBook, type ItemsJudgement, type Judgement, type LocalFinding, type LocalPlan, type Standard, type Steps } from "../../engine";
import { rosterAgreement, type Reading } from "../../reading";
import { DEFAULT_STANDARD, findPlan, findStandard, ITEM_BOOK, SWITCH_RULES } from "../../standards";
import { fingerprint, type StoreState } from "../../workbook";
import type { Second, Trouble, Whole } from "./state";

/** Id under which the workbook's 自定标准 is chosen. */
export const OWN_STANDARD = "own";

export interface Judged {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly kept: StoreState;
}

/** All items, the second standard, the local targets (全部判定), in steps. */
export function* judgeWhole(judged: Judged): Steps<Whole> {
  const { reading, judgement } = judged;
  const items = yield* itemsOf(judged, judgement, ITEM_BOOK, DEFAULT_STANDARD);
  yield;
  const { second, plan, troubles } = yield* secondOf(judged);
  yield;
  const local = localOf(judged, items, plan);
  yield;
  const county = reading.county?.figures ?? {};
  return { book: ITEM_BOOK, items, second, local, troubles, roster: rosterOf(reading), fingerprint: fingerprint({ judgement, standard: DEFAULT_STANDARD, county, book: ITEM_BOOK, second }) };
}

function rosterOf(reading: Reading): Whole["roster"] {
  const { checked, differences } = rosterAgreement(reading);
  if (!checked) return "unchecked";
  return differences.length === 0 ? "agrees" : "differs";
}

function itemsOf({ reading, kept }: Judged, judgement: Judgement, book: ItemBook, standard: Standard): Steps<ItemsJudgement> {
  const input = { schools: reading.schools, judgement, county: reading.county?.figures ?? {}, hasForm: reading.county !== undefined };
  return itemSteps(input, book, standard, kept.switches);
}

interface Beside {
  readonly second: Second | null;
  readonly plan: LocalPlan | null;
  readonly troubles: readonly Trouble[];
}

function* secondOf(judged: Judged): Steps<Beside> {
  const { reading, kept } = judged;
  if (kept.standardId === OWN_STANDARD && reading.ownStandard !== undefined) {
    const { standard, book, plan, problems } = ownStandard(reading.ownStandard, DEFAULT_STANDARD, ITEM_BOOK);
    const judgement = judge(reading.schools, standard, kept.switches, SWITCH_RULES);
    yield;
    return { second: { standard, judgement, items: yield* itemsOf(judged, judgement, book, standard) }, plan, troubles: problems };
  }
  const standard = kept.standardId === null ? undefined : findStandard(kept.standardId);
  if (standard === undefined || standard.id === DEFAULT_STANDARD.id) return { second: null, plan: null, troubles: [] };
  return { second: { standard, judgement: judge(reading.schools, standard, kept.switches, SWITCH_RULES), items: null }, plan: null, troubles: [] };
}

function localOf({ reading, judgement, kept }: Judged, items: ItemsJudgement, own: LocalPlan | null): LocalFinding[] | null {
  const context = { judgement, items, county: reading.county?.figures ?? {}, standard: DEFAULT_STANDARD };
  const chosen = kept.localChoice === null ? undefined : findPlan(kept.localChoice.plan);
  if (chosen === undefined && own === null) return null;
  const year = kept.localChoice?.year ?? 0;
  return [
    ...(chosen === undefined || kept.localChoice === null ? [] : judgeLocal(chosen, kept.localChoice, context)),
    ...(own === null ? [] : judgeLocal(own, { plan: own.id, county: kept.localChoice?.county ?? "", year }, context)),
  ];
}
