import { STAGES, indicatorByName, type Stage, type Standard } from "../engine";
import { DEFAULT_STANDARD, STANDARDS, findStandard } from "../standards";
import { isOmitted, matrixOf, optional, plainNumber } from "./arguments";
import { wrongUse } from "./errors";
import { ownStandardOf } from "./own-standard";

/** Words for a stage (学段) in an argument or in a row without headings. */
const STAGE_WORDS: Readonly<Record<Stage, RegExp>> = {
  primary: /^(小学[部段]?|primary)$/i,
  junior: /^(初中[部段]?|初级中学|junior)$/i,
};

/** The stage a word names; `null` for any other text. */
export function stageByWord(text: string): Stage | null {
  const word = text.normalize("NFKC").replace(/\s/g, "");
  return STAGES.find((stage) => STAGE_WORDS[stage].test(word)) ?? null;
}

/** The argument `stage`; `null` when left out. */
export function stageOf(argument: unknown): Stage | null {
  const given = optional(argument, "学段");
  if (given === null) return null;
  const stage = stageByWord(String(given));
  if (stage === null) throw wrongUse(`参数「学段」是「${String(given)}」，只能写小学或初中。`);
  return stage;
}

/** The argument `standard`: a name, or a range that holds a bureau's own; the national one when left out. */
export function standardOf(argument: unknown): Standard {
  if (Array.isArray(argument) && !isOmitted(argument) && matrixOf(argument).flat().length > 1) return ownStandardOf(matrixOf(argument), DEFAULT_STANDARD);
  const given = optional(argument, "标准");
  if (given === null) return DEFAULT_STANDARD;
  const standard = findStandard(String(given));
  if (!standard) throw wrongUse(`没有标准「${String(given)}」；可用的有：${STANDARDS.map((one) => `${one.id}（${one.term}）`).join("、")}。`);
  return standard;
}

/** The argument `indicator` as its 0-based index; `null` when left out. */
export function indicatorOrNull(argument: unknown, standard: Standard): number | null {
  const given = optional(argument, "指标");
  if (given === null) return null;
  const index = indicatorByName(standard, given);
  if (index < 0) {
    const known = standard.indicators.map((one, i) => `${String(i + 1)} ${one.short[0] ?? one.term}`).join("、");
    throw wrongUse(`没有指标「${String(given)}」；可用编号或名称：${known}。`);
  }
  return index;
}

/** The argument `indicator` where it must be given. */
export function indicatorOf(argument: unknown, standard: Standard): number {
  const index = indicatorOrNull(argument, standard);
  if (index === null) throw wrongUse(`参数「指标」没有给出，请写 1 至 ${String(standard.indicators.length)}，或指标名称。`);
  return index;
}

/** Share of the line as text: 85%. */
function percent(share: number): string {
  return `${String(Math.round(share * 10000) / 100)}%`;
}

/** The argument `target` (目标): the line, or the floor of the school rule. */
export function targetOf(argument: unknown, standard: Standard): "line" | "floor" {
  const given = optional(argument, "目标");
  if (given === null) return "line";
  const text = String(given).normalize("NFKC").replace(/\s|%$/g, "");
  const number = plainNumber(text);
  const { floor } = standard.schoolRule;
  if (number === 1 || number === 100) return "line";
  if (number !== null && (number === floor || number / 100 === floor)) return "floor";
  throw wrongUse(`参数「目标」是「${String(given)}」，只能写 100% 或 ${percent(floor)}。`);
}
