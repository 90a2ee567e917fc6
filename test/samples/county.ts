/** A small county with known answers (样例县): what every sample workbook tells in its own layout. */
export type StageName = "primary" | "junior";

export interface Staff {
  readonly full: number;
  readonly college: number;
  readonly bachelor: number;
  readonly master: number;
  readonly doctor: number;
  readonly backbone: number;
  readonly sport: number;
  readonly music: number;
  readonly art: number;
}

export interface ModelSchool {
  readonly name: string;
  readonly code: string;
  readonly type: "小学" | "初级中学" | "九年一贯制学校" | "小学教学点" | "完全中学" | "十二年一贯制学校" | "高级中学";
  readonly town: string;
  readonly owner: number;
  readonly students: Readonly<Partial<Record<StageName | "senior", number>>>;
  readonly staff: Readonly<Partial<Record<StageName, Staff>>>;
  readonly classes: Readonly<Partial<Record<StageName, number>>>;
  readonly teachingArea: number;
  readonly indoorSport: number;
  readonly field: number;
  /** 元 */
  readonly equipment: number;
  readonly multimedia: number;
}

const staff = (full: number, college: number, bachelor: number, master: number, doctor: number, backbone: number, sport: number, music: number, art: number): Staff => ({
  full, college, bachelor, master, doctor, backbone, sport, music, art,
});

export const COUNTY: readonly ModelSchool[] = [
  { name: "城关第一小学", code: "2115000001", type: "小学", town: "城关镇", owner: 7, students: { primary: 1000 }, classes: { primary: 24 }, staff: { primary: staff(56, 20, 33, 2, 0, 12, 4, 3, 3) }, teachingArea: 5600, indoorSport: 600, field: 8200, equipment: 2310000, multimedia: 26 },
  { name: "城关第二小学", code: "2115000002", type: "小学", town: "城关镇", owner: 7, students: { primary: 800 }, classes: { primary: 18 }, staff: { primary: staff(44, 14, 28, 1, 0, 9, 4, 2, 2) }, teachingArea: 3700, indoorSport: 200, field: 6100, equipment: 1760000, multimedia: 20 },
  { name: "河东镇中心小学", code: "2115000003", type: "小学", town: "河东镇", owner: 7, students: { primary: 420 }, classes: { primary: 12 }, staff: { primary: staff(30, 12, 16, 0, 0, 4, 2, 1, 1) }, teachingArea: 2100, indoorSport: 160, field: 3400, equipment: 900000, multimedia: 12 },
  { name: "河西镇小学", code: "2115000004", type: "小学", town: "河西镇", owner: 7, students: { primary: 260 }, classes: { primary: 6 }, staff: { primary: staff(16, 8, 6, 0, 0, 3, 1, 1, 0) }, teachingArea: 1400, indoorSport: 120, field: 2300, equipment: 468000, multimedia: 6 },
  { name: "城关初级中学", code: "3115000005", type: "初级中学", town: "城关镇", owner: 7, students: { junior: 1200 }, classes: { junior: 26 }, staff: { junior: staff(96, 10, 78, 7, 1, 16, 6, 3, 3) }, teachingArea: 8300, indoorSport: 900, field: 12100, equipment: 3360000, multimedia: 30 },
  { name: "河东镇初级中学", code: "3115000006", type: "初级中学", town: "河东镇", owner: 7, students: { junior: 500 }, classes: { junior: 12 }, staff: { junior: staff(42, 8, 30, 2, 0, 6, 3, 1, 1) }, teachingArea: 3300, indoorSport: 300, field: 4900, equipment: 1400000, multimedia: 13 },
  { name: "河西镇初级中学", code: "3115000007", type: "初级中学", town: "河西镇", owner: 7, students: { junior: 360 }, classes: { junior: 9 }, staff: { junior: staff(34, 12, 19, 1, 0, 3, 2, 1, 1) }, teachingArea: 2400, indoorSport: 0, field: 3900, equipment: 850000, multimedia: 9 },
  { name: "示范九年一贯制学校", code: "3125000008", type: "九年一贯制学校", town: "城关镇", owner: 7, students: { primary: 600, junior: 400 }, classes: { primary: 15, junior: 9 }, staff: { primary: staff(36, 10, 24, 1, 0, 7, 3, 2, 1), junior: staff(34, 4, 27, 2, 0, 5, 2, 1, 1) }, teachingArea: 5900, indoorSport: 500, field: 8800, equipment: 2400000, multimedia: 27 },
];

/** A school in one stage, with what a bureau would write in a row of its own. */
export interface StageRow {
  readonly school: ModelSchool;
  readonly stage: StageName;
}

/** The rows that are judged: a 教学点 of under fifty pupils is not. */
export function stageRows(schools: readonly ModelSchool[]): StageRow[] {
  const judged = schools.filter(({ type, students }) => type !== "小学教学点" || (students.primary ?? 0) >= 50);
  return (["primary", "junior"] as const).flatMap((stage) => judged.filter((school) => school.students[stage] !== undefined).map((school) => ({ school, stage })));
}

export const STAGE_ROWS: readonly StageRow[] = stageRows(COUNTY);

const district = { town: "城关镇", owner: 7 } as const;

/** Schools of every other kind (各类学校): 完全中学, 十二年一贯制, 附设班, 教学点 on both sides of the limit, 高中 alone. */
export const MIXED: readonly ModelSchool[] = [
  { ...district, name: "县第一完全中学", code: "3415000011", type: "完全中学", students: { junior: 600, senior: 900 }, classes: { junior: 12 }, staff: { junior: staff(52, 6, 40, 4, 0, 8, 3, 2, 1) }, teachingArea: 11200, indoorSport: 900, field: 17200, equipment: 4600000, multimedia: 42 },
  { ...district, name: "实验十二年一贯制学校", code: "3455000012", type: "十二年一贯制学校", students: { primary: 400, junior: 300, senior: 200 }, classes: { primary: 10, junior: 6 }, staff: { primary: staff(24, 9, 14, 1, 0, 5, 2, 1, 1), junior: staff(26, 4, 20, 1, 0, 4, 2, 1, 0) }, teachingArea: 5800, indoorSport: 480, field: 8900, equipment: 2300000, multimedia: 24 },
  { ...district, name: "河北初级中学", code: "3115000013", type: "初级中学", students: { primary: 80, junior: 420 }, classes: { primary: 3, junior: 9 }, staff: { primary: staff(6, 3, 2, 0, 0, 1, 1, 0, 0), junior: staff(36, 6, 27, 1, 0, 5, 2, 1, 1) }, teachingArea: 3300, indoorSport: 240, field: 5100, equipment: 1250000, multimedia: 13 },
  { ...district, name: "河北小学", code: "2115000014", type: "小学", students: { primary: 360 }, classes: { primary: 9 }, staff: { primary: staff(22, 9, 11, 0, 0, 4, 2, 1, 1) }, teachingArea: 1900, indoorSport: 100, field: 2900, equipment: 740000, multimedia: 9 },
  { ...district, name: "西沟教学点", code: "2185000015", type: "小学教学点", students: { primary: 49 }, classes: { primary: 2 }, staff: { primary: staff(4, 2, 1, 0, 0, 0, 0, 0, 0) }, teachingArea: 260, indoorSport: 0, field: 420, equipment: 60000, multimedia: 1 },
  { ...district, name: "东梁教学点", code: "2185000016", type: "小学教学点", students: { primary: 50 }, classes: { primary: 2 }, staff: { primary: staff(4, 2, 1, 0, 0, 1, 1, 0, 0) }, teachingArea: 290, indoorSport: 0, field: 440, equipment: 104000, multimedia: 2 },
  { ...district, name: "县第二高级中学", code: "3425000017", type: "高级中学", students: { senior: 1300 }, classes: {}, staff: {}, teachingArea: 9800, indoorSport: 800, field: 15000, equipment: 4100000, multimedia: 36 },
  { ...district, name: "县第三高级中学", code: "3425000018", type: "高级中学", students: { junior: 150, senior: 750 }, classes: { junior: 3 }, staff: { junior: staff(14, 1, 12, 1, 0, 2, 1, 1, 0) }, teachingArea: 7400, indoorSport: 600, field: 10900, equipment: 2900000, multimedia: 27 },
];
