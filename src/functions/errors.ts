/** What a cell shows when a function cannot answer: wrong use is `#VALUE!`, missing data `#N/A`. No other error carries a text. */
type FunctionErrorKind = "value" | "notAvailable";

/** The one error of the functions. The text is Chinese and names the argument, the row and what to do. */
export class FunctionError extends Error {
  constructor(readonly kind: FunctionErrorKind, message: string) {
    super(message);
    this.name = "FunctionError";
  }
}

/** `#VALUE!`: the function was called with something it cannot use. */
export function wrongUse(message: string): FunctionError {
  return new FunctionError("value", message);
}

/** `#N/A`: a figure is missing, so there is no answer (R7). */
export function notAvailable(message: string): FunctionError {
  return new FunctionError("notAvailable", message);
}
