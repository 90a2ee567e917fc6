/** Stage a school's name ends in where it is kept in one row a stage: （小学部）, _初中, 初中部. */
export const STAGE_PART = /[（(_\-·—\s]?(小学|初中|中学|高中)(?:部|段|学部|校部)[）)]?$|[（(_\-—](小学|初中|高中)[）)]?$/;

/** A school's name without the stage it ends in: 「示范学校（初中部）」 → `示范学校`. */
export function baseName(name: string): string {
  const text = name.trim();
  return text.replace(STAGE_PART, "") || text;
}
