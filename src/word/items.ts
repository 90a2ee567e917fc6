import { PART_TERMS, type ItemFinding, type ItemPart, type Lack } from "../engine";
import type { ReportContext } from "../workbook";
import { centred, heading, paragraph, words, type Block, type TableBlock } from "./block";
import { verdictCell } from "./texts";

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
  const waiting = items.hasForm ? [] : findings.filter(needsFormOnly);
  const told = findings.filter((one) => !waiting.includes(one));
  const unmet = told.filter(({ verdict }) => verdict === "unmet");
  const missing = told.filter(({ verdict }) => verdict === "undetermined");
  return [
    paragraph(sentence(findings, wanted) + waitingText(waiting)), ...(told.length === 0 ? [] : [table(told, wanted)]),
    ...failingSchools(unmet, wanted), ...(missing.length === 0 ? [] : [lacksTable(missing, wanted)]),
  ];
}

/** Without a county form most items are empty: one sentence says so, instead of pages of blanks. */
function needsFormOnly({ verdict, lacks }: ItemFinding): boolean {
  return verdict === "undetermined" && lacks.length > 0 && lacks.every(({ where }) => where === "countyForm");
}

function waitingText(waiting: readonly ItemFinding[]): string {
  return waiting.length === 0 ? "" : `${numbers(waiting)}要用县级填报表的数据；填写县级填报表后重新生成本报告，这里逐项列出。`;
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

/** 「第1、2、4项」. */
export function numbers(findings: readonly ItemFinding[]): string {
  return `第${findings.map(({ item }) => String(item.number)).join("、")}项`;
}

const named = ({ item }: ItemFinding): string => `第${String(item.number)}项 ${item.short}`;

/** The schools items fail at, each with its figures. */
function failingSchools(findings: readonly ItemFinding[], wanted: ItemPart): TableBlock[] {
  const rows = findings.flatMap((finding) => finding.schools.filter(({ verdict }) => verdict === "unmet").map(({ school, text }) => [words(named(finding)), words(school.name), words(text)]));
  if (rows.length === 0) return [];
  return [{ kind: "table", caption: `${PART_TERMS[wanted]}不达标的学校`, widths: [28, 26, 46], header: [["项目", "学校", "情况"].map(centred)], rows, notes: [] }];
}

const PLACES: Readonly<Record<Lack["where"], string>> = { countyForm: "县级填报表", schoolSheet: "学校数据表", classList: "班级名册", roomList: "专用教室名册" };

/** What is still to be entered, and where. */
function lacksTable(findings: readonly ItemFinding[], wanted: ItemPart): TableBlock {
  return {
    kind: "table", caption: `${PART_TERMS[wanted]}数据不足的项目`, widths: [28, 50, 22], header: [["项目", "尚缺", "在哪里补"].map(centred)],
    rows: findings.map((finding) => [words(named(finding)), words(lacksOf(finding)), words([...new Set(finding.lacks.map(({ where }) => PLACES[where]))].join("、"))]), notes: [],
  };
}

function lacksOf({ lacks }: ItemFinding): string {
  const texts = [...new Set(lacks.map(({ text }) => text))];
  return texts.length === 0 ? "缺少数据" : texts.length <= SHOWN_LACKS ? texts.join("；") : `${texts.slice(0, SHOWN_LACKS).join("；")}；等 ${String(texts.length)} 处`;
}

const SHOWN_LACKS = 4;
