import { switchTexts, type Standard, type SwitchRule, type Switches } from "../../engine";

/** 「按口径：…」 of the switches that touch the seven indicators or their 差异系数 (R5): another switch changes nothing of 资源配置. */
export function resourceSwitchTexts(switches: Switches, rules: readonly SwitchRule[], standard: Standard): string[] {
  const touched = new Set(["variation", ...standard.indicators.map(({ id }) => id)]);
  return switchTexts(switches, rules.filter((rule) => rule.touches.some((id) => touched.has(id))));
}
