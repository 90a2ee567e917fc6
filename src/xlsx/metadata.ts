import { tag, type Package } from "./package";
import { dynamicArrays } from "./read-workbook";
import { child, children, parseXml, retag, splice } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const KIND = 'name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"';
const BLANK = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  `<metadataTypes count="1"><metadataType ${KIND}/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>` +
  `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/** The `cm` index by which the file knows spilling formulas (动态数组); put into the file when it has none. */
export function dynamicArrayMetadata(file: Package): number {
  const workbook = file.workbookPart();
  const part = file.related(workbook, "sheetMetadata");
  if (part === undefined) {
    file.set("xl/metadata.xml", BLANK);
    file.setContentType("xl/metadata.xml", TYPE);
    file.relate(workbook, "sheetMetadata", "xl/metadata.xml");
    return 1;
  }
  const source = file.text(part);
  const root = parseXml(source, part);
  const count = children(child(root, "cellMetadata"), "bk").length;
  const isDynamic = dynamicArrays(source);
  for (let index = 1; index <= count; index++) if (isDynamic(index)) return index;
  file.set(part, withDynamic(source, part));
  return count + 1;
}

/** A metadata part that speaks of other things only, with ours added. */
function withDynamic(source: string, part: string): string {
  const root = parseXml(source, part);
  const name = (local: string) => tag(root.prefix, local);
  const types = child(root, "metadataTypes");
  const cells = child(root, "cellMetadata");
  const typeNumber = String(children(types, "metadataType").length + 1);
  const future = `<${name("futureMetadata")} name="XLDAPR" count="1"><${name("bk")}><${name("extLst")}><${name("ext")} uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/></${name("ext")}></${name("extLst")}></${name("bk")}></${name("futureMetadata")}>`;
  const block = `<${name("bk")}><${name("rc")} t="${typeNumber}" v="0"/></${name("bk")}>`;
  const type = `<${name("metadataType")} ${KIND}/>`;
  const afterTypes = types?.end ?? root.innerStart;
  const beforeValues = child(root, "valueMetadata")?.start ?? child(root, "extLst")?.start ?? root.innerEnd;
  return splice(source, [
    ...(types ? [retag(source, types, { count: typeNumber }), { start: types.innerEnd, end: types.innerEnd, text: type }] : [{ start: afterTypes, end: afterTypes, text: `<${name("metadataTypes")} count="1">${type}</${name("metadataTypes")}>` }]),
    ...(cells
      ? [{ start: cells.start, end: cells.start, text: future }, { start: cells.innerEnd, end: cells.innerEnd, text: block }]
      : [{ start: beforeValues, end: beforeValues, text: `${future}<${name("cellMetadata")} count="1">${block}</${name("cellMetadata")}>` }]),
  ]);
}
