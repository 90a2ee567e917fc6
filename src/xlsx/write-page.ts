import type { PageSetup, SheetModel } from "./model";
import { tag } from "./package";
import { place } from "./write-layout";
import { child, type Splice, type XmlElement } from "./xml";

const PAPERS: Readonly<Record<PageSetup["paper"], string>> = { A4: "9", A3: "8" };
/** Inches: narrow at the sides, as in Excel (see the host's page setup). */
const MARGINS = ' left="0.4" right="0.4" top="0.75" bottom="0.75" header="0.3" footer="0.3"';
const LAST_COLUMN = "16383";

/** How a sheet that the page wrote is printed (页面设置); a sheet it did not write prints as the file says. */
export function pageSplices(root: XmlElement, after: SheetModel): Splice[] {
  const { page } = after;
  if (!page) return [];
  const fits = isFitted(page);
  const setup = ` paperSize="${PAPERS[page.paper]}" orientation="${page.landscape ? "landscape" : "portrait"}"${page.scale === null ? "" : ` scale="${String(page.scale)}"`}${fits ? ' fitToHeight="0"' : ""}`;
  return [...place(root, "pageMargins", `<${tag(root.prefix, "pageMargins")}${MARGINS}/>`), ...place(root, "pageSetup", `<${tag(root.prefix, "pageSetup")}${setup}/>`), ...place(root, "rowBreaks", breaks(root.prefix, page.breaks))];
}

function isFitted(page: PageSetup): boolean {
  return page.fitToWidth && page.scale === null;
}

function breaks(prefix: string, rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const count = String(rows.length);
  const list = rows.map((row) => `<${tag(prefix, "brk")} id="${String(row)}" max="${LAST_COLUMN}" man="1"/>`).join("");
  return `<${tag(prefix, "rowBreaks")} count="${count}" manualBreakCount="${count}">${list}</${tag(prefix, "rowBreaks")}>`;
}

/** The sheet's properties with tab colour and fitting; what else stands there is kept. Nothing when neither changed. */
export function propertySplices(xml: string, root: XmlElement, before: SheetModel, after: SheetModel): Splice[] {
  const recolours = before.tabColour !== after.tabColour;
  if (!recolours && !after.page) return [];
  const properties = child(root, "sheetPr");
  const name = tag(root.prefix, "sheetPr");
  const kept = (gone: string) => {
    const element = child(properties, gone);
    return element ? xml.slice(element.start, element.end) : "";
  };
  const colour = !recolours ? kept("tabColor") : after.tabColour === null ? "" : `<${tag(root.prefix, "tabColor")} rgb="FF${after.tabColour.slice(1)}"/>`;
  const fit = !after.page ? kept("pageSetUpPr") : isFitted(after.page) ? `<${tag(root.prefix, "pageSetUpPr")} fitToPage="1"/>` : "";
  const inner = colour + kept("outlinePr") + fit;
  if (!properties) return inner === "" ? [] : place(root, "sheetPr", `<${name}>${inner}</${name}>`);
  const opening = xml.slice(properties.start, properties.innerStart).replace(/\s*\/?>$/, "");
  return [{ start: properties.start, end: properties.end, text: `${opening}>${inner}</${name}>` }];
}
