import type { School } from "../engine/model";
import { once } from "./once";
import type { ReportContext } from "./reports/report";

/**
 * Fingerprint of what a result rests on (数据指纹, R27): schools with their figures, lists and cells, county figures,
 * standards, items, switches. The same inputs give the same 14 hex digits on every machine; any changed figure changes them.
 */
export const fingerprint: (inputs: Inputs) => string = once(({ judgement, standard, county, book, second }) => [judgement, standard, county, book, second], computed);

type Inputs = Pick<ReportContext, "judgement" | "standard" | "county" | "book" | "second">;

function computed({ judgement, standard, county, book, second }: Inputs): string {
  const { schools, excluded, unsettled } = judgement.table;
  const seen = new Set<School>([...schools, ...excluded.map((one) => one.school), ...unsettled.map((one) => one.school)]);
  const lines = [
    JSON.stringify(standard), JSON.stringify(second?.standard ?? null), JSON.stringify([book.standard, book.items, book.switches]),
    JSON.stringify(Object.entries(judgement.switches).sort(byText)),
    ...Object.entries(county).map(([fact, figure]) => `${fact}@${figure.cell ?? ""}=${String(figure.value)}`).sort(),
    ...[...seen].map(describe),
  ];
  return grouped(hash(lines.join("\n")));
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function describe(school: School): string {
  const figures: string[] = [];
  for (const [fact, scopes] of Object.entries(school.figures)) {
    for (const [scope, figure] of Object.entries(scopes)) figures.push(`${fact}.${scope}@${figure.cell ?? ""}=${String(figure.value)}`);
  }
  return JSON.stringify({ ...school, figures: figures.sort() });
}

/** cyrb53: a small 53-bit hash, for telling change, not for security. */
function hash(text: string): number {
  const { imul } = Math;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = imul(a ^ code, 2654435761);
    b = imul(b ^ code, 1597334677);
  }
  a = imul(a ^ (a >>> 16), 2246822507) ^ imul(b ^ (b >>> 13), 3266489909);
  b = imul(b ^ (b >>> 16), 2246822507) ^ imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

function grouped(number: number): string {
  const digits = number.toString(16).toUpperCase().padStart(14, "0");
  return `${digits.slice(0, 5)}-${digits.slice(5, 10)}-${digits.slice(10)}`;
}
