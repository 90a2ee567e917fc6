import { judge, judgeItems, judgeLocal, ownStandard, type ItemBook, type ItemsJudgement, type Judgement, type LocalPlan, type Standard, type Switches } from "../engine";
import type { Reading } from "../reading";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../standards";
import type { ChosenPlan } from "./choices";
import { conclusionJson, itemJson, localJson, switchesJson, type ConclusionJson, type ItemJson, type LocalJson, type SwitchJson } from "./items-json";
import { judgementJson, type JudgementJson } from "./judgement-json";

/** Everything `judge` prints: 资源配置 as before, then 县域结论, items, switches, local targets, the bureau's own standard. */
export interface WholeJson extends JudgementJson {
  /** 县域结论 by the national standard (R3, R5); `null` without a county form. */
  readonly conclusion: ConclusionJson | null;
  readonly items: readonly ItemJson[];
  readonly switches: readonly SwitchJson[];
  /** `null` unless a plan was chosen. */
  readonly local: readonly LocalJson[] | null;
  /** 按自定标准, beside the national result; `null` unless the workbook has a sheet of its own lines. */
  readonly own: OwnJson | null;
}

export interface OwnJson extends Pick<JudgementJson, "schools" | "county"> {
  readonly name: string;
  readonly sheet: string;
  readonly conclusion: ConclusionJson | null;
  readonly items: readonly ItemJson[];
  /** Lines the bureau added. */
  readonly added: readonly LocalJson[];
}

export interface Choices {
  readonly standard: Standard;
  readonly switches: Switches;
  readonly plan: ChosenPlan | null;
}

/** Judges a reading by everything there is and puts it into the printed form. */
export function wholeJson(reading: Reading, { standard, switches, plan }: Choices): WholeJson {
  const judgement = judge(reading.schools, standard, switches, ITEM_BOOK.switches);
  const national = standard.id === DEFAULT_STANDARD.id ? judgement : judge(reading.schools, DEFAULT_STANDARD, switches, ITEM_BOOK.switches);
  const items = itemsOf(reading, national, ITEM_BOOK, DEFAULT_STANDARD, switches);
  return {
    ...judgementJson(reading, judgement, standard),
    conclusion: conclusionJson(items),
    items: items.findings.map(itemJson),
    switches: switchesJson(switches, ITEM_BOOK.switches),
    local: plan && judgeLocal(plan.plan, plan.choice, { judgement: national, items, county: reading.county?.figures ?? {}, standard: DEFAULT_STANDARD }).map(localJson),
    own: ownJson(reading, switches),
  };
}

function itemsOf(reading: Reading, judgement: Judgement, book: ItemBook, standard: Standard, switches: Switches): ItemsJudgement {
  const county = reading.county?.figures ?? {};
  return judgeItems({ schools: reading.schools, judgement, county, hasForm: reading.county !== undefined }, book, standard, switches);
}

function ownJson(reading: Reading, switches: Switches): OwnJson | null {
  if (!reading.ownStandard) return null;
  const { standard, book, plan } = ownStandard(reading.ownStandard, DEFAULT_STANDARD, ITEM_BOOK);
  const judgement = judge(reading.schools, standard, switches, ITEM_BOOK.switches);
  const items = itemsOf(reading, judgement, book, standard, switches);
  const { schools, county } = judgementJson(reading, judgement, standard);
  return {
    name: reading.ownStandard.name, sheet: reading.ownStandard.sheet, schools, county,
    conclusion: conclusionJson(items), items: items.findings.map(itemJson), added: plan === null ? [] : addedJson(plan, { reading, judgement, items, standard }),
  };
}

interface Judged {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly items: ItemsJudgement;
  readonly standard: Standard;
}

/** Lines without a year hold in any. */
function addedJson(plan: LocalPlan, { reading, judgement, items, standard }: Judged): LocalJson[] {
  const choice = { plan: plan.id, county: "", year: 0 };
  return judgeLocal(plan, choice, { judgement, items, county: reading.county?.figures ?? {}, standard }).map(localJson);
}
