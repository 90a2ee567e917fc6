import type { ItemFact } from "../../engine";
import type { Cell, SheetBlock } from "../../grid/block";
import { plain } from "../text";
import { countyFact } from "./county-words";

/**
 * Sentences of 表Ⅳ and 表Ⅴ with blanks to fill in; a blank that is worked out from others (占比) has no fact.
 * Written as the form words them, so that a filled form can be held against them.
 */
const SENTENCES: readonly string[] = [
  "特殊教育学校公用经费为{specialFunds:万元}，特殊教育学生数为{specialStudents:人}",
  "全县义务教育学校教师年平均工资收入为{teacherSalary:元}，当地公务员年平均工资收入{civilServantSalary:元}",
  "完成{}学时培训的教师{teachersTrained:人}，全县教师{teachersToTrain:人}",
  "全县符合交流轮岗条件教师总数{rotationEligible:名}，上一年度交流轮岗教师{rotated:名}，交流轮岗教师占符合交流轮岗条件教师总数的比例{}%；交流轮岗的骨干教师{rotatedBackbone:名}",
  "全县在岗专任教师{teachersOnDuty:人}，其中持有教师资格证的专任教师{teachersCertified:人}",
  "全县优质高中招生名额总数{seniorQuota:人}，分配名额{seniorQuotaAllocated:人}，占比{}%。其中分配农村学校的名额{seniorQuotaRural:人}",
  "全县符合条件的随迁子女数{migrantEligible:人}，在公办学校就读{migrantPublic:人}，在政府购买服务的民办学校就读{migrantPurchased:人}",
  "全县初中毕业班学生数为{graduates:人}，三年前该年级入学学生数为{entrants:人}，毕业年级三年转入学生数为{transferredIn:人}，死亡学生数为{died:人}，转出学生数为{transferredOut:人}",
  "全县残疾儿童少年为{disabledChildren:人}，入学{disabledEnrolled:人}，入学率为{}%。其中，在特殊教育学校就读{disabledSpecial:人}",
  "语文{levelChinese:级}、校际差异率{gapChinese}；数学{levelMaths:级}、校际差异率{gapMaths}；科学{levelScience:级}、校际差异率{gapScience}；体育{levelSport:级}、校际差异率{gapSport}；艺术{levelArt:级}、校际差异率{gapArt}；德育{levelMoral:级}、校际差异率{gapMoral}",
];

interface Sentence {
  readonly pattern: RegExp;
  readonly blanks: readonly { readonly fact: ItemFact; readonly unit: string }[];
}

/** Signs that say nothing, and what stands in a blank left open. */
const MARKS = /[,，;；。、:：\s_＿—]|\(缺\)/g;
const FILLED = "([\\d.ivⅠ-Ⅳ]*)";

const READY: readonly Sentence[] = SENTENCES.map((sentence) => {
  const blanks: Sentence["blanks"][number][] = [];
  const text = sentence.replace(MARKS, (mark) => (mark === ":" ? mark : ""));
  const pattern = text.replace(/\{([^:}]*)(?::([^}]*))?\}/g, (_, name: string, unit: string | undefined) => {
    const fact = countyFact(`county.${name}`);
    if (fact) blanks.push({ fact, unit: unit ?? "" });
    return `${fact ? FILLED : "[\\d.]*"}${unit ?? ""}`;
  });
  return { pattern: new RegExp(pattern), blanks };
});

/** Figures written into the sentences of a filled 申报表 表Ⅳ or 表Ⅴ (填在句子里的数); a blank left open is a blank. */
export function statedInForm(block: SheetBlock): { readonly fact: ItemFact; readonly unit: null; readonly value: Cell; readonly row: number; readonly column: number }[] {
  return block.values.flatMap((cells, row) => cells.flatMap((cell, column) => {
    if (typeof cell !== "string" || cell.length < 20) return [];
    const text = plain(cell).replace(MARKS, "");
    return READY.flatMap(({ pattern, blanks }) => {
      const match = pattern.exec(text);
      return match ? blanks.map(({ fact, unit }, i) => ({ fact, unit: null, value: valueOf(match[i + 1] ?? "", unit, fact), row, column })) : [];
    });
  }));
}

function valueOf(filled: string, unit: string, fact: ItemFact): Cell {
  if (filled === "") return null;
  return unit === fact.unit || unit === "" || unit === "名" ? filled : `${filled}${unit}`;
}
