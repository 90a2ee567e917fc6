import type { ValidationPlan } from "../workbook/sheet-plan";

/** What a workbook file holds at most; Excel refuses more, and the whole sheet with it. */
const TITLE_LENGTH = 32;
const TEXT_LENGTH = 255;

/** A rule (数据验证) as every spreadsheet program can hold it: texts cut to their limits, a list that is too long left to its note. */
export function fitValidation({ area, rule, note, refusal }: ValidationPlan): ValidationPlan {
  const fits = rule.kind !== "list" || (rule.values.join(",").length <= TEXT_LENGTH && !rule.values.some((value) => value.includes(",")));
  const isOpen = rule.kind === "any" || !fits;
  return {
    area,
    rule: isOpen ? { kind: "any" } : rule,
    note: note && { title: note.title.slice(0, TITLE_LENGTH), text: note.text.slice(0, TEXT_LENGTH) },
    refusal: isOpen ? null : (refusal?.slice(0, TEXT_LENGTH) ?? null),
  };
}
