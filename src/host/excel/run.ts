import { HostError, type HostErrorKind, type Watch } from "../host";

/** What each of Excel's error codes means to the person at the sheet. Codes not listed are `unknown`. */
const KINDS: Readonly<Record<string, HostErrorKind>> = {
  InvalidOperationInCellEditMode: "editing",
  WriteNotSupportedWhenModalDialogOpen: "editing",
  ItemNotFound: "missingSheet",
  ItemAlreadyExists: "nameTaken",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  RangeExceedsLimit: "tooLarge",
  OperationCellsExceedLimit: "tooLarge",
  MergedRangeConflict: "occupied",
  FilteredRangeConflict: "occupied",
  PivotTableRangeConflict: "occupied",
  InsertDeleteConflict: "occupied",
  ApiNotFound: "unsupported",
  NotImplemented: "unsupported",
  UnsupportedFeature: "unsupported",
  UnsupportedOperation: "unsupported",
  UnsupportedSheet: "unsupported",
  // Protection is looked at before every write, so what is still denied is a workbook opened for viewing.
  AccessDenied: "readOnly",
  ConnectionFailure: "lost",
  RequestAborted: "lost",
  Timeout: "lost",
  InvalidOrTimedOutSession: "lost",
  ActivityLimitReached: "lost",
  InactiveWorkbook: "lost",
};

/** One batch of calls to Excel. Rejects with a `HostError` only; `where` is named in its message. */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>, where: string | null = null): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw hostError(error, where);
  }
}

/** A batch that must go through, such as taking back a half-written sheet: waits while a cell is being edited. */
export async function runPatiently<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw hostError(error, null);
  }
}

/** The host's own error for whatever office.js threw. */
export function hostError(error: unknown, where: string | null): HostError {
  if (error instanceof HostError) return error;
  const { code = "", message = "", debugInfo } = (typeof error === "object" && error !== null ? error : {}) as { code?: string; message?: string; debugInfo?: { errorLocation?: string } };
  const detail = [code, message || String(error), debugInfo?.errorLocation ?? ""].filter((part) => part !== "").join(" · ");
  return new HostError(KINDS[code] ?? "unknown", where, detail);
}

/** Stops here when the person has pressed cancel. */
export function heedCancel(watch: Watch | undefined): void {
  if (watch?.signal?.aborted) throw new HostError("cancelled");
}

/** Whether this Excel has a set. It may claim too much: calls above the floor are also tried with a way out. */
export function hasSet(name: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(name, version);
}

/** Excel on the web takes at most 5 MB a request and a response; some of it is wrapping. */
export const MESSAGE_BYTES = 3_500_000;
