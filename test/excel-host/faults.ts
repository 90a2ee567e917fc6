import type { Request } from "./protocol";

/** What goes wrong with one request. */
export type Fault =
  /** Not carried out; Excel answers with an error code such as `InvalidOperationInCellEditMode`. */
  | { readonly kind: "refuse"; readonly code: string }
  /** Carried out up to an action, which fails. There is no rollback. `Infinity`: the last action. */
  | { readonly kind: "break"; readonly code: string; readonly at: number }
  /** Carried out, but the answer is lost on its way: the add-in is told that its session is over. */
  | { readonly kind: "lose" }
  /** Not carried out, and nobody answers. */
  | { readonly kind: "silence" }
  /** Carried out when the test says so. */
  | { readonly kind: "hold"; readonly until: Promise<unknown> };

/** Refusals that are no part of an answer: Office itself gives a number in its place. */
export const OFFICE_ERRORS: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** Asked for every request that does more than release references; `number` counts from 1. */
export type FaultPlan = (number: number, request: Request) => Fault | null;

export const NO_FAULTS: FaultPlan = () => null;

/** The given fault at one request, and none before or after. */
export function faultAt(number: number, fault: Fault): FaultPlan {
  return (current) => (current === number ? fault : null);
}

/** Whether a request only gives back references, as office.js does by itself after a run. */
export function isHousekeeping(request: Request): boolean {
  return request.Actions.every((action) => action.Name === "_RemoveReference" || action.ActionType === 1);
}
