import { ExcelError } from "../protocol";
import { Remote } from "../remote";
import type { Box } from "./address";
import type { Worksheet } from "./worksheet";

type Part = "rule" | "prompt" | "errorAlert" | "ignoreBlanks";

/** What one range lets people type. */
export interface Validated {
  readonly box: Box;
  readonly parts: Partial<Record<Part, unknown>>;
}

const KINDS = ["list", "wholeNumber", "decimal", "custom", "textLength", "date", "time"];
/** What Excel takes, at most. */
const LIMITS = { title: 32, message: 255, source: 255 };

const sameBox = (a: Box, b: Box): boolean => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export class DataValidation extends Remote {
  readonly className = "DataValidation";
  constructor(private readonly sheet: Worksheet, private readonly box: Box) { super(); }

  get rule(): unknown { return this.get("rule") ?? {}; }
  set rule(rule: unknown) {
    const [kind = "", more] = Object.keys(rule as object);
    if (!KINDS.includes(kind) || more !== undefined) throw new ExcelError("InvalidArgument", `validation ${kind}`);
    const source = (rule as { list?: { source?: unknown } }).list?.source;
    if (typeof source === "string" && (source === "" || source.length > LIMITS.source)) throw new ExcelError("InvalidArgument", "length of a list");
    this.put("rule", rule);
  }
  get prompt(): unknown { return this.get("prompt") ?? null; }
  set prompt(prompt: unknown) { this.put("prompt", withinLimits(prompt)); }
  get errorAlert(): unknown { return this.get("errorAlert") ?? null; }
  set errorAlert(alert: unknown) { this.put("errorAlert", withinLimits(alert)); }
  get ignoreBlanks(): boolean { return (this.get("ignoreBlanks") as boolean | undefined) ?? true; }
  set ignoreBlanks(ignore: boolean) { this.put("ignoreBlanks", ignore); }
  clear(): void {
    this.sheet.mustBeWritable();
    this.sheet.validations = this.sheet.validations.filter(({ box }) => !sameBox(box, this.box));
  }

  private get(part: Part): unknown {
    return this.sheet.validations.find(({ box }) => sameBox(box, this.box))?.parts[part];
  }
  private put(part: Part, value: unknown): void {
    this.sheet.mustBeWritable();
    const old = this.sheet.validations.find(({ box }) => sameBox(box, this.box));
    this.sheet.validations = [...this.sheet.validations.filter((one) => one !== old), { box: this.box, parts: { ...old?.parts, [part]: value } }];
  }
}

function withinLimits(text: unknown): unknown {
  const { title, message } = text as { title: string; message: string };
  if (title.length > LIMITS.title || message.length > LIMITS.message) throw new ExcelError("InvalidArgument", "length of a prompt");
  return text;
}
