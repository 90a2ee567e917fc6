import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, SectionType, TextRun, VerticalAlign } from "docx";
import { inSlices, type Pace, type Steps } from "../engine";
import type { ReportContext } from "../workbook";
import { prompt, type WordImage } from "./block";
import { face, NUMBERING, pageOf, SIZE, STYLES } from "./looks";
import { Renderer, runs } from "./render";
import { contentOf } from "./report";

export type { WordImage } from "./block";

/**
 * 自评报告 as a .docx file: the county's numbers, tables and charts in the order bureaus use; what only people know is marked 【请填写】.
 * @param images pictures of `pictures(context)`, drawn by whoever can draw
 */
export async function selfEvaluation(context: ReportContext, images: readonly WordImage[], pace: Pace = WITHOUT_STOPS): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(await inSlices(fileOf(context, images), pace)));
}

const WITHOUT_STOPS: Pace = { now: () => 0, breathe: () => Promise.resolve() };

function* fileOf(context: ReportContext, images: readonly WordImage[]): Steps<Document> {
  const { body, tables } = yield* contentOf(context, images);
  const footers = { default: new Footer({ children: [pageNumber()] }) };
  const pages = yield* new Renderer("portrait").render(body);
  const forms = yield* new Renderer("landscape", false).render(tables);
  return new Document({
    title: titleOf(context), creator: "义教均衡", description: "义务教育优质均衡自评报告",
    styles: STYLES, numbering: NUMBERING,
    sections: [
      { properties: { page: pageOf("portrait"), verticalAlign: VerticalAlign.CENTER }, children: cover(context) },
      { properties: { page: { ...pageOf("portrait"), pageNumbers: { start: 1 } }, type: SectionType.NEXT_PAGE }, footers, children: pages },
      ...(tables.length === 0 ? [] : [{ properties: { page: pageOf("landscape"), type: SectionType.NEXT_PAGE }, footers, children: [new Paragraph({ style: "caption", children: runs("附表") }), ...forms] }]),
    ],
  });
}

function titleOf({ countyName }: ReportContext): string {
  return `${countyName ?? ""}义务教育优质均衡发展自评报告`;
}

function cover({ countyName, year, date }: ReportContext): Paragraph[] {
  const line = (text: string, style: string, before = 0): Paragraph => new Paragraph({ style, alignment: AlignmentType.CENTER, spacing: { before }, children: runs(text) });
  const county = countyName ?? prompt("县（市、区、旗）名称");
  return [
    line(county, "title", 2400), line("义务教育优质均衡发展自评报告", "title", 200), ...(year === null ? [] : [line(`（${String(year)}年度）`, "body", 400)]),
    line(`${countyName ?? ""}${prompt("编制单位")}`, "body", 4000), line(dateText(date), "body", 200),
  ];
}

/** `2026-11-22` → 2026年11月22日. */
function dateText(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return year === undefined || month === undefined || day === undefined ? date : `${String(year)}年${String(month)}月${String(day)}日`;
}

function pageNumber(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ font: face("table"), size: SIZE.caption + 4, children: ["— ", PageNumber.CURRENT, " —"] })] });
}
