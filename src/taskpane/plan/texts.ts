import type { UnitCosts } from "../../workbook";

export const planTexts = {
  nothingYet: "检查工作簿之后，这里按指标列出缺口，并生成一校一策、一旗一案和清单。",
  nothingFound: "没有可判定的学校。请到“数据”页查看识别结果和待确认的问题。",
  gaps: "缺口",
  noGaps: "七项指标和专用教室、规模、班额等都没有缺口。",
  others: (terms: readonly string[]) => `没有缺口：${terms.join("、")}`,
  places: (count: number) => `${count} 处`,
  least: (amount: string, unit: string) => `最低补齐 ${amount} ${unit}`,
  missing: (count: number) => `数据不足 ${count} 个学段，未计入`,
  open: (count: number) => `${count} 处的数量未定，未计入`,
  money: (amount: string) => `约 ${amount} 万元`,
  noPrice: "未给单价",
  openAmount: "数量未定",
  notes: "人、间向上取整。各项不能相加：一名教师可以同时计入几项。一贯制学校共用的资源按全校只计一次。",
  costs: "单价（用来算资金，可不填）",
  costsGiven: (count: number) => `已填 ${count} 项`,
  costsHelp: "填了的才算资金。单价只用来测算，记在工作簿里。",
  notANumber: "请填不小于 0 的数字。",
  documents: "整改文件",
} as const;

/** Unit costs in the order they are asked for, each with what it is the price of and its unit. */
export const COST_FIELDS: readonly { readonly id: keyof UnitCosts; readonly term: string; readonly unit: string }[] = [
  { id: "teacher", term: "教师", unit: "元/人·年" },
  { id: "teachingArea", term: "教学及辅助用房", unit: "元/㎡" },
  { id: "sportArea", term: "体育运动场馆", unit: "元/㎡" },
  { id: "multimediaRoom", term: "网络多媒体教室", unit: "元/间" },
  { id: "musicRoom", term: "音乐专用教室", unit: "元/间" },
  { id: "fineArtRoom", term: "美术专用教室", unit: "元/间" },
];
