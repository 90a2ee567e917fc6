/** Choices a bureau made about reliefs and open questions (口径, R6, R13, R22); all off by default. Their wording is data: `SwitchRule`. */
export interface Switches {
  /** R13 「按在校生数分摊（仅测算）」. */
  readonly shareTeachersByStudents?: boolean;
  /** A3r: part-time and exchanged 体育艺术教师 count in 农村小规模学校. */
  readonly reliefSportArtTeachers?: boolean;
  /** A5r: grounds below, above and outside the school count in crowded city centres. */
  readonly reliefSportArea?: boolean;
  /** B3r: smaller music and art rooms in schools built early. */
  readonly reliefRoomsBuilt?: boolean;
  /** B3r: smaller rooms in 农村小规模学校. */
  readonly reliefRoomsRural?: boolean;
  /** B4r: larger schools built early. */
  readonly reliefSizeBuilt?: boolean;
  /** B4r: larger schools with many 进城务工人员随迁子女. */
  readonly reliefSizeMigrants?: boolean;
  /** §I.5: the relief of B4 holds for 十二年一贯制 too. */
  readonly reliefSizeTwelveYear?: boolean;
  /** §I.1: values and 差异系数 are rounded to the form's places before they are compared. */
  readonly compareRounded?: boolean;
  /** §I.2: music and art rooms are counted together. */
  readonly roomsTogether?: boolean;
  /** §I.3: rooms of a 一贯制 are asked for stage by stage. */
  readonly roomsByStage?: boolean;
}

/** A relief (近三年口径) or open question (§I) as a switch, default off (B4, R6, R22). */
export interface SwitchRule {
  /** Key in `Switches`. */
  readonly id: keyof Switches;
  /** Printed beside every result it touches: 「按口径：…」 without the first three signs. */
  readonly term: string;
  /** What is in doubt, what default holds and why, for the settings. */
  readonly question: string;
  /** Ids of the items and indicators it touches: `A3`, `B4`, `variation`. */
  readonly touches: readonly string[];
  readonly source: string;
  /** Numbers of a relief: areas, ceilings, bounds of students, years. Named as the engine reads them. */
  readonly numbers?: Readonly<Record<string, number>>;
}
