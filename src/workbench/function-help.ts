import type { FunctionHelp } from "../host/univer";

/** What Excel is told about the functions (函数说明), put in by the build. */
declare const YJJH_FUNCTION_HELP: { readonly functions: readonly FunctionHelp[] } | undefined;

export function functionHelp(): readonly FunctionHelp[] {
  return typeof YJJH_FUNCTION_HELP === "undefined" ? [] : YJJH_FUNCTION_HELP.functions;
}
