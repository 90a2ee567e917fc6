import { PAGE_FOOTER, type PageSetup } from "../workbook/sheet-plan";
import type { SheetModel } from "./model";
import { tag } from "./package";
import { place } from "./write-layout";
import { child, encodeXml, type Splice, type XmlElement } from "./xml";

const PAPERS: Readonly<Record<PageSetup["paper"], string>> = { A4: "9", A3: "8" };
/** Inches: narrow at the sides, as in Excel (see the host's page setup). */
const MARGINS = ' left="0.4" right="0.4" top="0.75" bottom="0.75" header="0.3" footer="0.3"';
const LAST = { rowBreaks: "16383", colBreaks: "1048575" } as const;

/** How a sheet that the page wrote is printed (页面设置); a sheet it did not write prints as the file says. */
export function pageSplices(root: XmlElement, after: SheetModel): Splice[] {
  const { page } = after;
  if (!page) return [];
  const { prefix } = root;
  const setup = ` paperSize="${PAPERS[page.paper]}" orientation="${page.landscape ? "landscape" : "portrait"}"${page.scale === null ? "" : ` scale="${String(page.scale)}"`}${page.scale === null ? ` fitToHeight="${page.onePage ? "1" : "0"}"` : ""}`;
  const footer = tag(prefix, "oddFooter");
  return [
    ...place(root, "pageMargins", `<${tag(prefix, "pageMargins")}${MARGINS}/>`), ...place(root, "pageSetup", `<${tag(prefix, "pageSetup")}${setup}/>`),
    ...place(root, "headerFooter", `<${tag(prefix, "headerFooter")}><${footer}>${encodeXml(`&C${PAGE_FOOTER}`)}</${footer}></${tag(prefix, "headerFooter")}>`),
    ...place(root, "rowBreaks", breaks(prefix, "rowBreaks", page.breaks)), ...place(root, "colBreaks", breaks(prefix, "colBreaks", page.columnBreaks)),
  ];
}

function breaks(prefix: string, name: keyof typeof LAST, places: readonly number[]): string {
  if (places.length === 0) return "";
  const count = String(places.length);
  const list = places.map((place) => `<${tag(prefix, "brk")} id="${String(place)}" max="${LAST[name]}" man="1"/>`).join("");
  return `<${tag(prefix, name)} count="${count}" manualBreakCount="${count}">${list}</${tag(prefix, name)}>`;
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
  const fit = !after.page ? kept("pageSetUpPr") : after.page.scale === null ? `<${tag(root.prefix, "pageSetUpPr")} fitToPage="1"/>` : "";
  const inner = colour + kept("outlinePr") + fit;
  if (!properties) return inner === "" ? [] : place(root, "sheetPr", `<${name}>${inner}</${name}>`);
  const opening = xml.slice(properties.start, properties.innerStart).replace(/\s*\/?>$/, "");
  return [{ start: properties.start, end: properties.end, text: `${opening}>${inner}</${name}>` }];
}
