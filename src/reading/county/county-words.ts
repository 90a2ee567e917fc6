import type { ItemFact } from "../../engine";
import { ITEM_FACTS } from "../../standards";
import { normalLabel } from "../labels";
import { splitUnit, type Unit } from "../text";

/** Other wordings of county facts in bureaus' own forms, tested on the normalised label where no official term is found. */
const OTHER_WORDS: readonly (readonly [fact: string, words: RegExp])[] = [
  ["county.population", /^(?:常住)?人口(?:总数|总量)?$|^总人口$/],
  ["county.layoutReasonable", /学校规划布局合理/],
  ["county.unifiedConstruction", /学校建设标准统一$/],
  ["county.quotaPrimary", /小学(?:学校)?生均公用经费(?:基准)?(?:定额|标准)/],
  ["county.quotaJunior", /初中(?:学校)?生均公用经费(?:基准)?(?:定额|标准)/],
  ["county.specialFunds", /^特殊教育(?:学校)?(?:上年度?)?(?:拨付)?公用经费(?:总额)?$/],
  ["county.specialStudents", /^特殊教育(?:学校)?(?:在校)?(?:学生|在校生)(?:总?人?数)?$/],
  ["county.teacherSalary", /教师(?:年)?平均工资/],
  ["county.civilServantSalary", /公务员(?:年)?平均工资/],
  ["county.performancePay", /足额核定教师绩效工资/],
  ["county.teachersTrained", /^(?:其中)?(?:近?[五\d]年)?(?:培训)?(?:完成|满)\d+学时(?:培训)?的?(?:专任)?教师(?:人)?数?$/],
  ["county.staffAllocation", /统筹分配各校教职工编制/],
  ["county.rotationEligible", /符合(?:交流)?(?:轮岗)?条件(?:的)?教师(?:总)?(?:人)?数/],
  ["county.rotatedBackbone", /交流(?:轮岗)?(?:的)?骨干教师|骨干教师交流(?:轮岗)?/],
  ["county.rotated", /^(?:上一?年度?|本年度?)?(?:实际)?交流(?:轮岗)?(?:的)?教师(?:总)?(?:人)?数$/],
  ["county.teachersOnDuty", /^(?:全县)?在岗(?:的)?专任教师(?:总)?(?:人)?数$/],
  ["county.teachersCertified", /持有?(?:有)?教师资格证/],
  ["county.newPrimary", /公办小学招生(?:人)?数/],
  ["county.newJunior", /公办初中招生(?:人)?数/],
  ["county.nearbyPrimary", /小学(?:新生)?就近(?:划片)?入学(?:人)?数/],
  ["county.nearbyJunior", /初中(?:新生)?就近(?:划片)?入学(?:人)?数/],
  ["county.seniorQuota", /优质(?:普通)?高中招生(?:计划)?(?:名额)?总?(?:人)?数$/],
  ["county.seniorQuotaAllocated", /优质(?:普通)?高中(?:招生)?(?:分配)(?:名额|指标)(?:数)?$/],
  ["county.seniorQuotaRural", /(?:向)?农村(?:学校|初中)(?:的)?(?:分配)?(?:名额|指标)(?:数)?$|向农村(?:学校|初中)分配(?:的)?(?:名额|指标)数?$/],
  ["county.leftBehindCare", /留守儿童关爱(?:体系)?(?:健全)?$/],
  ["county.migrantEligible", /符合条件的(?:进城务工人员)?随迁子女(?:总)?(?:人)?数/],
  ["county.migrantPublic", /公办学校就读(?:的)?(?:随迁子女)?(?:人)?数?$/],
  ["county.migrantPurchased", /政府购买服务.*民办学校就读/],
  ["county.graduates", /初中毕业班(?:学生|人)数/],
  ["county.entrants", /三年前(?:该年级)?(?:入学|初一|七年级)(?:在校)?(?:学生|人)?数/],
  ["county.transferredIn", /转入(?:学生)?(?:人)?数/],
  ["county.transferredOut", /转出(?:学生)?(?:人)?数/],
  ["county.died", /死亡(?:学生)?(?:人)?数/],
  ["county.disabledChildren", /^(?:适龄)?残疾儿童(?:少年)?(?:总)?(?:人)?数$/],
  ["county.disabledEnrolled", /残疾儿童(?:少年)?入学(?:人)?数/],
  ["county.disabledSpecial", /残疾儿童(?:少年)?.*特殊教育学校就读|特殊教育学校就读的?残疾/],
  ["county.recognition", /社会认可度|综合满意度/],
  ["county.basicYear", /基本均衡.*(?:认定|验收).*(?:年份|年度|时间)/],
  ["county.applicationYear", /^申报(?:年份|年度)$/],
  ["county.dataDate", /^(?:数据)?(?:统计)?(?:数据)?(?:时点|截止日期|截至日期|统计时间)$/],
];

const COUNTY_FACTS = ITEM_FACTS.filter(({ level }) => level === "county");

const BY_TERM = new Map<string, ItemFact>(COUNTY_FACTS.map((fact) => [normalLabel(fact.term), fact]));
const BY_ID = new Map<string, ItemFact>(COUNTY_FACTS.map((fact) => [fact.id, fact]));

/** The county fact a label asks for, and the unit written in it; `null` when it asks for none, or for one of several. */
export function countyFactOf(label: string): { readonly fact: ItemFact; readonly unit: Unit | null } | null {
  if (label.length > 80) return null;
  const { words, unit } = splitUnit(label);
  // A unit that is part of the official term (百分点) is no other unit.
  const official = BY_TERM.get(normalLabel(label));
  if (official) return { fact: official, unit: null };
  const exact = BY_TERM.get(normalLabel(words));
  if (exact) return { fact: exact, unit };
  const normal = normalLabel(words);
  if (/[%率]$|比例$|占比|平均值$/.test(normal) && !/满意度/.test(normal)) return null;
  const [first, ...others] = OTHER_WORDS.flatMap(([id, pattern]) => (pattern.test(normal) ? [BY_ID.get(id)] : []));
  return first && others.length === 0 ? { fact: first, unit } : null;
}

/** A county fact by its id. */
export function countyFact(id: string): ItemFact | undefined {
  return BY_ID.get(id);
}
