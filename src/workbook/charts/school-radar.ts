import { STAGE_TERMS, STAGES, targetOf, type Stage } from "../../engine";
import { clean, verdictAt } from "../reports/figures";
import { resourceMark } from "../reports/frame";
import type { Picture } from "../sheet-plan";
import { FLOOR_COLOUR, LINE_COLOUR, STAGE_COLOURS } from "./palette";
import { indicatorNames, type PictureContext } from "./pictures";
import { figureText } from "./text";

/** What the axes end at, in per cent of the line: a school far above in one indicator must not shrink the rest to a dot. */
const AXIS_END = 150;

/** Value ÷ line, cut to `places`, never rounded up to the line; `null` when there is no value. */
export function shareOfLine(context: PictureContext, row: number, k: number, places: number): number | null {
  const { judgement, standard } = context;
  const value = judgement.values[k]?.[row] ?? Number.NaN;
  const line = standard.indicators[k]?.lines[stageOf(context, row)] ?? Number.NaN;
  const verdict = verdictAt(judgement.codes[k], row);
  if (Number.isNaN(value / line) || verdict === "undetermined" || verdict === "notApplicable") return null;
  const scale = 10 ** places;
  return Math.floor(clean((value / line) * scale)) / scale;
}

function stageOf({ judgement }: PictureContext, row: number): Stage {
  return STAGES[judgement.table.stage[row] ?? 0] ?? "primary";
}

/** One school-stage's seven values as per cent of their lines (一校雷达图), with the rings of the line and of what one may be left at. */
export function schoolRadar(context: PictureContext, row: number): Picture {
  const { judgement, standard } = context;
  const stage = stageOf(context, row);
  const categories = indicatorNames(standard);
  const floors = standard.indicators.map((one) => clean((targetOf(one, stage, standard, "floor") / one.lines[stage]) * 100));
  const values = categories.map((_, k) => percent(shareOfLine(context, row, k, 3)));
  const name = `${judgement.table.schools[row]?.name ?? ""}（${STAGE_TERMS[stage]}）`;
  const shape = { unit: "%", places: 1 };
  const said = categories.map((one, k) => `${one} ${figureText(shape, values[k] ?? null)}`).join("、");
  return {
    id: `radar-${String(row)}`,
    kind: "radar",
    title: `${name}各项指标相当于达标值的百分比${resourceMark(context)}`,
    alt: `${name}各项指标实际值相当于达标值的百分比：${said}。达标线为 100%，余项不得低于 ${figureText({ unit: "%", places: 0 }, floors[0] ?? null)}。`,
    categories,
    series: [
      { name, values, role: "value", colour: STAGE_COLOURS[stage] },
      { name: "达标线", values: categories.map(() => 100), role: "limit", colour: LINE_COLOUR },
      { name: "余项底线", values: floors, role: "limit", colour: FLOOR_COLOUR },
    ],
    max: AXIS_END,
    ...shape,
  };
}

function percent(share: number | null): number | null {
  return share === null ? null : clean(share * 100);
}
