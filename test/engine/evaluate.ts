/** Just enough of Excel to check plain formulas: numbers, cells, + - * / comparisons, ROUND, ABS, OR. True is 1. */
export function evaluate(formula: string, cells: ReadonlyMap<string, number | null>): number {
  const tokens = formula.match(/\d+(?:\.\d+)?|[A-Z]+\d+|[A-Z]+|[<>]=?|[-+*/(),]/g) ?? [];
  let at = 0;
  const take = (): string => tokens[at++] ?? "";
  const operators = (next: () => number, table: Readonly<Record<string, (a: number, b: number) => number>>): number => {
    let value = next();
    for (let apply = table[tokens[at] ?? ""]; apply; apply = table[tokens[at] ?? ""]) {
      at++;
      value = apply(value, next());
    }
    return value;
  };
  const atom = (): number => {
    const token = take();
    if (token === "(") return closed(comparison());
    if (/^\d/.test(token)) return Number(token);
    const cell = cells.get(token);
    if (typeof cell === "number") return cell;
    if (tokens[at] !== "(") throw new Error(`no number in ${token}`);
    at++;
    const parts = [comparison()];
    while (tokens[at] === ",") {
      at++;
      parts.push(comparison());
    }
    return closed(call(token, parts));
  };
  const closed = (value: number): number => {
    if (take() !== ")") throw new Error(`unbalanced: ${formula}`);
    return value;
  };
  const product = (): number => operators(atom, { "*": (a, b) => a * b, "/": (a, b) => a / b });
  const sum = (): number => operators(product, { "+": (a, b) => a + b, "-": (a, b) => a - b });
  const comparison = (): number => operators(sum, { ">=": (a, b) => Number(a >= b), "<=": (a, b) => Number(a <= b) });
  const value = comparison();
  if (at !== tokens.length) throw new Error(`left over: ${tokens.slice(at).join("")}`);
  return value;
}

function call(name: string, [first = 0, second = 0]: readonly number[]): number {
  if (name === "ROUND") return Number(`${Math.round(Number(`${first}e${second}`))}e-${second}`);
  if (name === "ABS") return Number(Math.abs(first).toFixed(12));
  if (name === "OR") return Number(first === 1 || second === 1);
  throw new Error(`unknown function ${name}`);
}
