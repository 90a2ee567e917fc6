import { generateRandomId } from "@univerjs/presets";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { CFRuleType, CFValueType } from "@univerjs/preset-sheets-conditional-formatting";
import type { ColourScale } from "../../workbook/sheet-plan";
import { toRange } from "./areas";

/** Colours cells by their number (色阶); without our marker, for these are no highlighting. */
export function addScales(sheet: FWorksheet, scales: readonly ColourScale[]): void {
  for (const { area, stops } of scales) {
    const config = stops.map(({ at, colour }, index) => ({ index, color: colour, value: { type: CFValueType.num, value: at } }));
    sheet.addConditionalFormattingRule({ cfId: generateRandomId(), ranges: [toRange(area)], stopIfTrue: false, rule: { type: CFRuleType.colorScale, config } });
  }
}
