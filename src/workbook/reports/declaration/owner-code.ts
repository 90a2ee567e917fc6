/** 举办者类型 by the code the form asks for, as its note lists them. */
export const OWNERS: readonly string[] = [
  "中央教育部门", "中央其他部门", "省级教育部门", "省级其他部门", "地级教育部门", "地级其他部门", "县级教育部门", "县级其他部门", "地方企业", "民办",
];

/** Words that mean one code and no other; 公办 or 教育部门 alone do not say whose. */
const WORDS: readonly (readonly [pattern: RegExp, code: number])[] = [
  [/民办|私立|社会力量|公民个人/, 10],
  [/地方企业/, 9],
  [/县级其他|(?:区县|县区|[县区旗])其他部门/, 8],
  [/县级教育|(?:[县区旗]|区县|县区)(?:教育局|教育体育局|教体局|教育部门|教育和体育局)/, 7],
  [/(?:地级市?|地市级|地市)其他/, 6],
  [/(?:地级市?|地市级|地市)教育|[州盟](?:教育局|教体局)/, 5],
  [/(?:省级|省|自治区)其他/, 4],
  [/(?:省级|省|自治区)教育/, 3],
  [/中央其他/, 2],
  [/中央教育/, 1],
];

/** The code (举办者类型代码) of what the sheet says, `null` when that is not certain. */
export function ownerCode(text: string | null): number | null {
  const bare = (text ?? "").normalize("NFKC").replace(/\s/g, "");
  const number = /^0?(\d{1,2})(?:[.、:\-—].*)?$/.exec(bare)?.[1];
  if (number !== undefined) return isCode(Number(number)) ? Number(number) : null;
  const found = WORDS.filter(([pattern]) => pattern.test(bare)).map(([, code]) => code);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isCode(code: number): boolean {
  return code >= 1 && code <= OWNERS.length;
}
