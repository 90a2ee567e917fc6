import type { Answer, Answers, Meaning } from "./model";

/**
 * Keys of answers (更正与确认的键). They are made of headings and names, never of cells, so that next year's sheet with the
 * same headings is understood without asking again:
 * - `column|<heading key>` what a column means; the heading key is `ColumnMapping.key`: the normalised heading path joined
 *   with `>`, its unit in square brackets, `#2` for the second column with the same path in a table;
 * - `blank|<heading key>` whether the blanks of a column are zeros (R7);
 * - `type|<school>` the type of a school, `types|<sheet>` whether all proposed types of a sheet are right (R12);
 * - `split|<school>` whether the figures of a school of several stages are already split (R12);
 * - `confirm|<fact>|<school>` whether a figure far from the others is right (R19);
 * - `subtotal|<name>` whether a row is the sum of others;
 * - `table|<sheet>|<title or first heading>` whether a table is to be used.
 */
export const answerKey = {
  column: (key: string) => `column|${key}`,
  blank: (key: string) => `blank|${key}`,
  type: (school: string) => `type|${school}`,
  types: (sheet: string) => `types|${sheet}`,
  split: (school: string) => `split|${school}`,
  confirm: (what: string, school: string) => `confirm|${what}|${school}`,
  subtotal: (name: string) => `subtotal|${name}`,
  table: (sheet: string, title: string) => `table|${sheet}|${title}`,
} as const;

/** What a person decided a column means; `null` when nobody did. */
export function columnAnswer(answers: Answers, key: string): Meaning | null {
  const answer = answers[answerKey.column(key)];
  return answer?.kind === "column" ? answer.meaning : null;
}

/** A yes or no somebody gave; `null` when nobody did. */
export function yesOrNo(answers: Answers, key: string, kind: Exclude<Answer["kind"], "column" | "type">): boolean | null {
  const answer = answers[key];
  return answer?.kind === kind ? answer.value : null;
}
