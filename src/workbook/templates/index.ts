import type { TemplateKind } from "../reports/report";
import { countyForm } from "./county-form";
import { classList, roomList, teacherRoster } from "./lists";
import { ownStandard } from "./own-standard";
import { schoolSheet } from "./school-sheet";

/** Sheets to fill in (模板), in the order the pane offers them. A new one is its file and one line here. */
export const TEMPLATES: readonly TemplateKind[] = [schoolSheet, countyForm, classList, roomList, teacherRoster, ownStandard];
