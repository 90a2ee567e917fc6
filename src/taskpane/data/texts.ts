import type { Problem } from "../../reading";

export const dataTexts = {
  welcome: "直接读取您现有的学校数据表，逐校对照国家标准判定，不改动您的任何单元格。",
  check: "检查本工作簿",
  sample: "没有数据？看示例",
  checkAgain: "重新检查",
  found: (sheets: number, schools: string) => `在 ${sheets} 张工作表里找到 ${schools}`,
  noSchools: "0 所学校",
  excluded: (count: number) => `另有 ${count} 所不参评`,
  nothing: "没有找到学校数据表。",
  nothingHelp: "需要一张每校一行的表，标题行里有“学校名称”和“在校生数”，或每校一张的填报表。整理好后再点“重新检查”。",
  sheets: "工作表",
  rows: (count: number) => `${count} 所`,
  hiddenRows: (count: number) => `含 ${count} 个隐藏行`,
  problems: (count: number) => `${count} 个问题`,
  noProblems: "无问题",
  use: (sheet: string, range: string) => `采用 ${sheet} ${range}`,
  leftOut: "未采用",
  result: "查看结果",
  passedOver: (count: number) => `未采用的工作表 ${count} 张`,
  showPlace: (place: string) => `在工作表中选中 ${place}`,
  questions: "待确认",
  questionsHelp: "确认前，相关数据按缺数处理。您的选择会自动记住，明年同样的表不再问。",
  moreQuestions: (count: number) => `还有 ${count} 个待确认`,
  mapping: "识别结果",
  columns: (count: number) => `${count} 列`,
  doubts: (count: number) => `${count} 列请核对`,
  change: "更正",
  changeColumn: (column: string, heading: string) => `更正 ${column} 列 ${heading}`,
  takeBack: "收回",
  takeBackOf: (what: string) => `收回更正：${what}`,
  notUsed: "不采用",
  unused: (count: number) => `未采用的列 ${count} 个`,
  column: (column: string) => `${column} 列`,
  example: (sample: string) => `例：${sample}`,
  meaning: "含义",
  scope: "范围",
  unit: "单位",
  save: "采用",
  cancel: "取消",
  problemsHead: "数据问题",
  noneFound: "没有发现数据问题。",
  export: "导出问题清单",
  filterSeverity: "按轻重筛选",
  filterSheet: "按工作表筛选",
  allSheets: "全部工作表",
  all: "全部",
  more: (count: number) => `再显示 ${count} 条`,
} as const;

export const SEVERITY_TERMS: Readonly<Record<Problem["severity"], string>> = {
  error: "须改正",
  question: "待确认",
  warning: "请核对",
  info: "说明",
};

export const ATTRIBUTE_TERMS: Readonly<Record<string, string>> = {
  name: "学校名称",
  code: "学校代码",
  type: "办学类型",
  stage: "学段",
  owner: "举办者",
  town: "乡镇、街道",
  sequence: "序号",
  remark: "备注",
};

export const SCOPE_TERMS = { school: "全校", primary: "小学", junior: "初中", senior: "高中" } as const;

export const CONFIDENCE_TERMS = { answered: "您已确认", sure: "确定", likely: "较确定", doubtful: "请核对", asked: "待确认" } as const;
