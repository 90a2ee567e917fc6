import { VERDICT_COLOURS, type StyleName } from "../../workbook/sheet-plan";

/** How a cell of a report looks in Excel. */
export interface Look {
  readonly numberFormat: string;
  readonly bold?: true;
  readonly size?: number;
  readonly text?: string;
  readonly fill?: string;
  readonly align: "Left" | "Center" | "Right";
  /** Long texts begin at the top of their row; all else stands in its middle. */
  readonly top?: true;
  readonly wrap?: true;
  readonly bordered: boolean;
}

const HEAD_FILL = "#E8EEF7";
const TOTAL_FILL = "#F2F2F2";
const INPUT_FILL = "#FFFBE6";
const QUIET = "#595959";

export const BODY_SIZE = 11;
export const BODY_COLOUR = "#000000";
export const BORDER_COLOUR = "#BFBFBF";

const number = (numberFormat: string): Look => ({ numberFormat, align: "Right", bordered: true });
const verdict = (name: keyof typeof VERDICT_COLOURS): Look => ({ numberFormat: "General", align: "Center", bordered: true, ...VERDICT_COLOURS[name] });

export const LOOKS: Readonly<Record<StyleName, Look>> = {
  title: { numberFormat: "General", bold: true, size: 16, align: "Left", bordered: false },
  subtitle: { numberFormat: "General", bold: true, size: 12, align: "Left", bordered: false },
  note: { numberFormat: "General", size: 10, text: QUIET, align: "Left", bordered: false },
  header: { numberFormat: "General", bold: true, fill: HEAD_FILL, align: "Center", wrap: true, bordered: true },
  text: { numberFormat: "General", align: "Left", wrap: true, bordered: true },
  integer: number("#,##0"),
  decimal1: number("#,##0.0"),
  decimal2: number("#,##0.00"),
  decimal3: number("0.000"),
  percent: number("0.0%"),
  met: verdict("met"),
  floor: verdict("floor"),
  unmet: verdict("unmet"),
  undetermined: verdict("undetermined"),
  notApplicable: verdict("notApplicable"),
  total: { numberFormat: "General", bold: true, fill: TOTAL_FILL, align: "Right", bordered: true },
  input: { numberFormat: "General", fill: INPUT_FILL, align: "Left", bordered: true },
  inputWrap: { numberFormat: "General", fill: INPUT_FILL, align: "Left", top: true, wrap: true, bordered: true },
  wrap: { numberFormat: "General", align: "Left", top: true, wrap: true, bordered: true },
  wrapBold: { numberFormat: "General", bold: true, align: "Left", wrap: true, bordered: true },
  centred: { numberFormat: "General", align: "Center", wrap: true, bordered: true },
  heading: { numberFormat: "General", bold: true, size: 16, align: "Center", bordered: false },
  floor2: { ...verdict("floor"), numberFormat: "#,##0.00", align: "Right" },
  unmet2: { ...verdict("unmet"), numberFormat: "#,##0.00", align: "Right" },
};
