import { PART_TERMS, type ItemFinding, type ItemPart } from "../engine";
import type { ReportContext } from "../workbook";
import { centred, heading, paragraph, words, type Block, type TableBlock } from "./block";
import { someNames, verdictCell } from "./texts";

/** （三）to（六）: one table a part of the standard, with what fails and what is missing below it. */
export function itemSections(context: ReportContext): Block[] {
  return [
    heading(2, `${PART_TERMS.assurance}`), ...part(context, "assurance"),
    heading(2, `${PART_TERMS.quality}`), ...part(context, "quality"),
    heading(2, `${PART_TERMS.recognition}`), ...part(context, "recognition"),
    heading(2, `${PART_TERMS.veto}事项和${PART_TERMS.condition}`), ...part(context, "veto"), ...part(context, "condition"),
  ];
}

function part({ items }: ReportContext, wanted: ItemPart): Block[] {
  const findings = items.findings.filter(({ item }) => item.part === wanted);
  if (findings.length === 0) return [paragraph(`${PART_TERMS[wanted]}尚未判定。`)];
  const unmet = findings.filter(({ verdict }) => verdict === "unmet");
  const missing = findings.filter(({ verdict }) => verdict === "undetermined");
  return [
    paragraph(sentence(findings, wanted)), table(findings, wanted),
    ...unmet.flatMap(failingSchools).map(paragraph),
    ...(missing.length === 0 ? [] : [paragraph(`数据不足的项目须补充：${missing.map((one) => `第${String(one.item.number)}项“${one.item.short}”——${lacksOf(one)}`).join("；")}。`)]),
  ];
}

function sentence(findings: readonly ItemFinding[], wanted: ItemPart): string {
  const count = (verdict: ItemFinding["verdict"]): number => findings.filter((one) => one.verdict === verdict).length;
  const parts = ([["met", "达标"], ["unmet", "不达标"], ["notApplicable", "不适用"], ["undetermined", "数据不足"]] as const)
    .map(([verdict, word]) => [count(verdict), word] as const).filter(([number]) => number > 0).map(([number, word]) => `${word} ${String(number)} 项`);
  return `${PART_TERMS[wanted]}共 ${String(findings.length)} 项，其中${parts.join("，")}。`;
}

function table(findings: readonly ItemFinding[], wanted: ItemPart): TableBlock {
  const notes = [...new Set(findings.flatMap((one) => one.notes.map((note) => `第${String(one.item.number)}项：${note}`)))];
  return {
    kind: "table", caption: `${PART_TERMS[wanted]}评估情况`, widths: [6, 40, 42, 12],
    header: [["序号", "指标", "指标值或简要结论", "是否达标"].map(centred)],
    rows: findings.map(({ item, conclusion, verdict }) => [centred(String(item.number)), words(item.term), words(conclusion), verdictCell(verdict)]),
    notes,
  };
}

/** The schools an item fails at, each with its figures. */
function failingSchools({ item, schools }: ItemFinding): string[] {
  const failing = schools.filter(({ verdict }) => verdict === "unmet");
  if (failing.length === 0) return [];
  return [`第${String(item.number)}项“${item.short}”不达标的学校：${someNames(failing.map(({ school, text }) => `${school.name}（${text}）`), "所", 12)}。`];
}

function lacksOf({ lacks }: ItemFinding): string {
  const texts = [...new Set(lacks.map(({ text }) => text))];
  return texts.length === 0 ? "缺少数据" : someNames(texts, "处", 4);
}
