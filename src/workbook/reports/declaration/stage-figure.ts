import type { FactId, Figure, School, Stage } from "../../../engine";

/** Types whose whole figure speaks of one stage. */
const ONE_STAGE: readonly (School["type"])[] = ["primary", "junior", "teachingPoint"];

/** A school's figure of one stage: its own column, else the whole school's where the school has no other stage. */
export function stageFigure(school: School, stage: Stage, fact: FactId): Figure | undefined {
  const scopes = school.figures[fact];
  const isAlone = school.stages.length === 1 && (school.ownStageOnly || ONE_STAGE.includes(school.type));
  return scopes?.[stage] ?? (isAlone ? scopes?.school : undefined);
}
