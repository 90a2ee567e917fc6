import { HostError, type HostErrorKind } from "../../src/host/host";

/** Plain assertions: the contract runs in Node and inside a browser page, so it cannot lean on a test runner. */
export function truth(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Deep equality of plain data, told with both sides. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const left = JSON.stringify(sorted(actual));
  const right = JSON.stringify(sorted(expected));
  if (left !== right) throw new Error(`${what}\n  expected ${right}\n  found    ${left}`);
}

/** Asserts that a call is refused with a `HostError` of this kind whose message is Chinese. */
export async function refused(call: Promise<unknown>, kind: HostErrorKind, what: string): Promise<HostError> {
  let error: unknown = null;
  try {
    await call;
  } catch (caught) {
    error = caught;
  }
  truth(error !== null, `${what}: expected a refusal of kind ${kind}, but the call went through`);
  truth(error instanceof HostError, `${what}: expected a HostError, found ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`);
  truth(error.kind === kind, `${what}: expected kind ${kind}, found ${error.kind} (${error.detail})`);
  truth(/\p{Script=Han}/u.test(error.message), `${what}: the message is not Chinese: ${error.message}`);
  return error;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value === undefined ? null : value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
