import { VERDICTS } from "./model";
import type { Verdict } from "./model";
import type { Standard } from "./standard";

/**
 * The school rule (学校判定, R2): enough indicators at the line and none below the floor. 不达标 as soon as it is certain,
 * 数据不足 while it is open. Indicators that do not apply ask for nothing.
 */
export function schoolVerdict(verdicts: readonly Verdict[], standard: Standard): Verdict {
  const codes = verdicts.map((verdict) => Uint8Array.of(VERDICTS.indexOf(verdict)));
  return VERDICTS[schoolVerdicts(codes, 1, standard)[0] as number] as Verdict;
}

/** The school rule over columns of indicator codes; gives codes into `VERDICTS`. */
export function schoolVerdicts(codes: readonly Uint8Array[], count: number, standard: Standard): Uint8Array {
  const [met, floor, unmet, notApplicable, undetermined] = VERDICTS.map((_, code) => code) as [number, number, number, number, number];
  const spare = codes.length - standard.schoolRule.atLeast;
  const verdicts = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let floors = 0;
    let missing = 0;
    let failed = 0;
    let neutral = 0;
    for (let k = 0; k < codes.length; k++) {
      const code = (codes[k] as Uint8Array)[i];
      if (code === floor) floors++;
      else if (code === unmet) failed++;
      else if (code === undetermined) missing++;
      else if (code === notApplicable) neutral++;
    }
    if (failed > 0 || floors > spare) verdicts[i] = unmet;
    else if (missing > 0) verdicts[i] = undetermined;
    else verdicts[i] = neutral === codes.length ? notApplicable : met;
  }
  return verdicts;
}
