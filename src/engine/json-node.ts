import type { Clause } from "./model";

/** A standard file that cannot be trusted: which file, where in it, and why. */
export class StandardError extends Error {
  constructor(
    readonly standardId: string,
    readonly path: string,
    problem: string,
  ) {
    super(`标准 ${standardId} 的 ${path || "文件"}：${problem}`);
    this.name = "StandardError";
  }
}

/** Walks the JSON of a file of law; every refusal names the path. */
export class JsonNode {
  constructor(
    readonly json: unknown,
    readonly id: string,
    readonly path = "",
  ) {}

  fail(problem: string): never {
    throw new StandardError(this.id, this.path, problem);
  }

  /** The entries of an object that has these keys and, perhaps, the optional ones. */
  keys<K extends string, O extends string = never>(required: readonly K[], optional: readonly O[] = []): Record<K, JsonNode> & Partial<Record<O, JsonNode>> {
    const json = this.json;
    if (typeof json !== "object" || json === null || Array.isArray(json)) return this.fail("应为一组“键: 值”");
    const entries = Object.entries(json).map(([key, value]) => [key, new JsonNode(value, this.id, this.path ? `${this.path}.${key}` : key)] as const);
    const known: readonly string[] = [...required, ...optional];
    for (const [key, node] of entries) if (!known.includes(key)) node.fail("不认识的键");
    const missing = required.find((key) => !(key in json));
    if (missing !== undefined) this.fail(`缺少“${missing}”`);
    return Object.fromEntries(entries) as Record<K, JsonNode> & Partial<Record<O, JsonNode>>;
  }

  list<T>(read: (node: JsonNode) => T): T[] {
    if (!Array.isArray(this.json) || this.json.length === 0) return this.fail("应为非空列表");
    return this.json.map((item: unknown, i) => read(new JsonNode(item, this.id, `${this.path}[${i}]`)));
  }

  text(): string {
    return typeof this.json === "string" && this.json.trim() !== "" ? this.json : this.fail("应为非空文字");
  }

  /** A date to the precision known: year, month or day. */
  date(): string {
    const text = this.text();
    return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : this.fail("应为日期，如 2017 或 2017-04-19");
  }

  positive(): number {
    return typeof this.json === "number" && this.json > 0 && Number.isFinite(this.json) ? this.json : this.fail("应为正数");
  }

  whole(): number {
    return Number.isInteger(this.json) && (this.json as number) >= 0 ? (this.json as number) : this.fail("应为非负整数");
  }

  flag(): boolean {
    return typeof this.json === "boolean" ? this.json : this.fail("应为 true 或 false");
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices.find((choice) => choice === this.json) ?? this.fail(`应为 ${choices.join("、")} 之一`);
  }
}

/** A clause (条款): no number stands in a file of law without one. */
export function readClause(node: JsonNode): Clause {
  const { document, section, text } = node.keys(["document", "section", "text"]);
  return { document: document.text(), section: section.text(), text: text.text() };
}
