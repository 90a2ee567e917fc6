import { AlignmentType, LevelFormat, LevelSuffix, LineRuleType, type IRunOptions, type ISectionOptions, type IStylesOptions, type INumberingOptions } from "docx";

/** Fonts of official papers (公文); each is on Chinese Windows or is replaced by one that looks alike. */
const FACE = { body: "仿宋", head: "黑体", second: "楷体", title: "方正小标宋简体", table: "宋体" } as const;
const LATIN = "Times New Roman";

/** Sizes in half points: 二号, 三号, 小四, 五号, 小五. */
export const SIZE = { title: 44, body: 32, caption: 24, note: 21, table: 18 } as const;

export function face(name: keyof typeof FACE): NonNullable<IRunOptions["font"]> {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: FACE[name] };
}

/** Numbers of headings: 一、, （一）, 1. */
export const HEADINGS = "headings";

export const NUMBERING: INumberingOptions = {
  config: [{
    reference: HEADINGS,
    levels: [
      { level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "%1、", suffix: LevelSuffix.NOTHING },
      { level: 1, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "（%2）", suffix: LevelSuffix.NOTHING },
      { level: 2, format: LevelFormat.DECIMAL, text: "%3．", suffix: LevelSuffix.NOTHING },
    ].map((level) => ({ ...level, alignment: AlignmentType.START, style: { paragraph: { indent: twoSigns() } } })),
  }],
};

/** Every paragraph of text begins two signs in. */
function twoSigns(): { readonly firstLineChars: number; readonly firstLine: number; readonly left: number } {
  return { firstLineChars: 200, firstLine: SIZE.body * 20, left: 0 };
}

const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: face("body"), size: SIZE.body, language: { value: "zh-CN", eastAsia: "zh-CN" } } },
    heading1: { run: { font: face("head"), size: SIZE.body, bold: false, color: "000000" }, paragraph: { spacing: { ...LINE, before: 120 }, keepNext: true, outlineLevel: 0 } },
    heading2: { run: { font: face("second"), size: SIZE.body, bold: true, color: "000000" }, paragraph: { spacing: LINE, keepNext: true, outlineLevel: 1 } },
    heading3: { run: { font: face("body"), size: SIZE.body, bold: true, color: "000000" }, paragraph: { spacing: LINE, keepNext: true, outlineLevel: 2 } },
  },
  paragraphStyles: [
    { id: "body", name: "正文段落", basedOn: "Normal", paragraph: { spacing: LINE, indent: twoSigns(), alignment: AlignmentType.BOTH } },
    { id: "title", name: "标题页", basedOn: "Normal", run: { font: face("title"), size: SIZE.title }, paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT } } },
    { id: "caption", name: "表题图题", basedOn: "Normal", run: { font: face("head"), size: SIZE.caption }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 }, keepNext: true } },
    { id: "note", name: "表注", basedOn: "Normal", run: { font: face("table"), size: SIZE.note }, paragraph: { spacing: { before: 40, after: 40 } } },
    { id: "cell", name: "表格文字", basedOn: "Normal", run: { font: face("table"), size: SIZE.table } },
  ],
};

/** A4 in twentieths of a point with the margins of official papers. */
const A4 = { width: 11906, height: 16838 } as const;
const MARGINS = {
  portrait: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
  landscape: { top: 1247, bottom: 1134, left: 1134, right: 1134 },
} as const;

export type Orientation = "portrait" | "landscape";

/** Room between the margins. */
export function roomOf(orientation: Orientation): number {
  const { left, right } = MARGINS[orientation];
  return (orientation === "portrait" ? A4.width : A4.height) - left - right;
}

export function pageOf(orientation: Orientation): NonNullable<NonNullable<ISectionOptions["properties"]>["page"]> {
  return { size: { ...A4, orientation }, margin: MARGINS[orientation] };
}
