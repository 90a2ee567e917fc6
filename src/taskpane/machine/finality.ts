import { HostError } from "../../host/host";
import { reportMark, type Written } from "../../workbook";
import { today, type Crew } from "./crew";
import { remember } from "./keeping";

/** Whether something written rests on other inputs than those of now (与定稿不一致, R27). */
export function isAged(written: Written, fingerprint: string | undefined): boolean {
  return fingerprint !== undefined && written.fingerprint !== "" && written.kind !== "formulas" && written.fingerprint !== fingerprint;
}

/**
 * Says on the sheets of our reports whether they still agree with the data: once when that turns, not at every change.
 * A sheet that cannot be written now is marked at a later turn; nobody asked for it, so nobody is told.
 */
export async function markReports(crew: Crew): Promise<void> {
  const { kept, whole } = crew.state();
  if (whole === null) return;
  const isTurned = (one: Written) => isAged(one, whole.fingerprint) !== (one.aged ?? false);
  const turned = kept.written.filter(isTurned);
  if (turned.length === 0) return;
  const date = today(crew);
  const marks = turned.flatMap((one) => (one.marks ?? []).map((place) => reportMark(place, one.aged ?? false, date)));
  try {
    if (marks.length > 0) await crew.host.markSheets(marks);
  } catch (error) {
    if (error instanceof HostError) return;
    throw error;
  }
  await remember(crew, { written: crew.state().kept.written.map((one) => (isTurned(one) ? { ...one, aged: !(one.aged ?? false) } : one)) });
}
