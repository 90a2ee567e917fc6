import fc from "fast-check";
import type { Cell } from "../../src/grid/block";
import { REPORTS, SHEET_PREFIX, type SheetPlan } from "../../src/workbook";
import { COUNTY } from "./context";
import { again, blockOf, bodyOf, built, column, context, gridOf, headAt, KEY, LISTS, MENDED, put, rowWith, type Grid } from "./list-sheets";

/** Things a person may do to a list. Each takes tokens it writes. */
type Deed = (values: Grid, pick: (below: number) => number, token: () => string) => void;

const DEEDS: Record<string, Deed> = {
  "types into a cell": (values, pick, token) => {
    const rows = bodyOf(values);
    const cells = values[rows[pick(rows.length)] ?? -1];
    if (cells) cells[pick(Math.max(1, column(values, KEY)))] = token();
  },
  "adds a row": (values, pick, token) => {
    const row: Cell[] = Array.from({ length: values[0]?.length ?? 1 }, () => null);
    row[1 + pick(4)] = token();
    values.splice(headAt(values) + 1 + pick(values.length - headAt(values)), 0, row);
  },
  "writes beside or below": (values, pick, token) => {
    const cells = values[pick(values.length)] ?? [];
    if (!cells.includes(KEY)) cells[1 + pick(5)] ??= token();
  },
  "inserts a column": (values, pick, token) => {
    const at = pick((values[0]?.length ?? 1) + 1);
    const head = headAt(values);
    values.forEach((row, i) => row.splice(at, 0, i === head ? token() : i > head && pick(3) === 0 ? token() : null));
  },
  "renames a heading": (values, pick, token) => {
    const head = values[headAt(values)] ?? [];
    const at = pick(head.length);
    if (head[at] !== KEY && head[at] !== null) head[at] = token();
  },
  "moves a column": (values, pick) => {
    const [from, to] = [pick(values[0]?.length ?? 1), pick(values[0]?.length ?? 1)];
    for (const row of values) row.splice(to, 0, row.splice(from, 1)[0] ?? null);
  },
  "sorts rows": (values, pick) => {
    const rows = bodyOf(values);
    const [a = 0, b = 0] = [rows[pick(rows.length)], rows[pick(rows.length)]];
    [values[a], values[b]] = [values[b] ?? [], values[a] ?? []];
  },
  "deletes the key column": (values) => {
    const at = column(values, KEY);
    if (at >= 0) for (const row of values) row.splice(at, 1);
  },
  "copies a row": (values, pick) => {
    const rows = bodyOf(values);
    const at = rows[pick(rows.length)];
    if (at !== undefined) values.splice(at, 0, [...(values[at] ?? [])]);
  },
  "puts lines above": (values, _pick, token) => values.unshift([null, null, token()]),
  "writes over any cell": (values, pick, token) => {
    const cells = values[pick(values.length)] ?? [];
    cells[pick(values[0]?.length ?? 1)] = token();
  },
  "writes behind a text": (values, pick, token) => {
    const cells = values[pick(values.length)] ?? [];
    const filled = [...cells.keys()].filter((j) => cells[j] !== null);
    const j = filled[pick(filled.length)];
    if (j !== undefined) cells[j] = `${String(cells[j])}${token()}`;
  },
  "begins like a line of ours": (values, pick, token) => {
    const row: Cell[] = Array.from({ length: values[0]?.length ?? 1 }, () => null);
    row[0] = `${["注1：", "没有", "标准：", "　", "定稿状态：", "#", "未计入判定（"][pick(7)] ?? ""}${token()}`;
    values.splice(pick(values.length), 0, row);
  },
  "deletes a line": (values, pick) => { values.splice(pick(values.length), 1); },
  "empties marks": (values, pick) => {
    const at = column(values, KEY);
    for (const row of values) if (at >= 0 && row[at] !== KEY && pick(2) === 0) row[at] = null;
  },
  "sorts rows without their marks": (values, pick) => {
    const [at, rows] = [column(values, KEY), bodyOf(values)];
    const [a, b] = [values[rows[pick(rows.length)] ?? -1], values[rows[pick(rows.length)] ?? -1]];
    if (!a || !b) return;
    for (const j of a.keys()) if (j !== at) [a[j], b[j]] = [b[j] ?? null, a[j] ?? null];
  },
  "copies a column": (values, pick) => {
    const [from, to] = [pick(values[0]?.length ?? 1), pick(values[0]?.length ?? 1)];
    for (const row of values) row.splice(to, 0, row[from] ?? null);
  },
  "pastes a list below": (values, pick) => {
    const beside = Array.from({ length: pick(3) }, () => null);
    const copy = values.slice(pick(values.length)).map((row) => [...beside, ...row]);
    for (const row of values) row.push(...beside);
    values.push(...copy);
  },
};

/** 乙小学 under another name. */
const RENAMED = COUNTY.map((row) => (row[0] === "乙小学" ? ["新乙小学", ...row.slice(1)] : row));
const COUNTIES = [COUNTY, MENDED, RENAMED, COUNTY.filter((row) => row[0] !== "丙学校"), [...COUNTY, ["己小学", "小学", 200, null, 5, null, 1, null, 1, 0, 0, null, 700, 50, 900, 20, 2]], COUNTY.slice(0, 1)];

type Steps = readonly (readonly [deed: string, numbers: readonly number[]])[];

/** Does the deeds and makes the list anew, twice over; what was typed and is lost. */
function lost(id: (typeof ALL)[number], rounds: readonly (readonly [steps: Steps, county: readonly (readonly Cell[])[]])[]): string[] {
  let values = gridOf(built(id, context()));
  const tokens: string[] = [];
  for (const [steps, county] of rounds) {
    for (const [name, numbers] of steps) {
      let used = 0;
      const pick = (below: number): number => (below <= 0 ? 0 : (numbers[used++ % numbers.length] ?? 0) % below);
      DEEDS[name]?.(values, pick, () => {
        const text = `字${String(tokens.length)}；`;
        tokens.push(text);
        return text;
      });
    }
    const standing = tokens.filter((text) => values.some((row) => row.some((cell) => String(cell).includes(text))));
    values = gridOf(again(id, values, county));
    const now = values.flat().join("\n");
    const gone = standing.filter((text) => !now.includes(text));
    if (gone.length > 0) return gone;
  }
  return [];
}

const ALL = [...LISTS, "school-plans"] as const;

describe("nothing a person typed is ever lost", () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom(...Object.keys(DEEDS)), fc.array(fc.nat(), { minLength: 30, maxLength: 30 })), { maxLength: 8 });
  test.each(ALL)("in %s, whatever was done to the sheet and to the data, twice over", (id) => {
    fc.assert(fc.property(deeds, deeds, fc.constantFrom(...COUNTIES), fc.constantFrom(...COUNTIES), (first, second, before, after) => {
      expect(lost(id, [[first, before], [second, after]])).toEqual([]);
    }), { numRuns: 60 });
  });

  test("the sheets are read back before they are written: their names are told", () => {
    for (const id of ALL) {
      const report = REPORTS.find((one) => one.id === id);
      expect(report?.typedSheets).toEqual(report?.build(context()).map((plan) => plan.name));
      expect(report?.typedSheets.every((name) => name.startsWith(SHEET_PREFIX))).toBe(true);
    }
  });
});

describe("what a person typed where a list has no room for it", () => {
  const noMarks = (values: Grid): Grid => values.map((row) => row.filter((_, j) => j !== column(values, KEY)));
  const everything = (values: Grid): string => values.flat().join("\n");
  /** The first line that holds a text. */
  const lineWith = (values: Grid, text: string): number => values.findIndex((row) => row.some((one) => String(one).includes(text)));

  test.each(ALL)("%s without its marks, made again over the same data, is the same sheet", (id) => {
    const first = gridOf(built(id, context()));
    expect(gridOf(again(id, noMarks(first)))).toEqual(first);
  });

  test("a text in the hidden column of marks is no mark: it is told in 原表手工修改, beside a row and below the list", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    const person: Cell[] = Array.from({ length: values[0]?.length ?? 1 }, () => null);
    person[column(values, KEY)] = "#1";
    put(values, first, KEY, "甲|乙~丙");
    values.splice(headAt(values) + 1, 0, person);
    const next = gridOf(again("problem-ledger", values));
    expect(rowWith(next, "甲|乙~丙")?.[column(next, "序号")]).toBe(1);
    expect(rowWith(next, "#1")?.indexOf("#1")).toBe(column(next, "原表手工修改"));
  });

  test("a word over the heading of the marks is kept", () => {
    const values = gridOf(built("task-list", context()));
    put(values, headAt(values), KEY, "问张三");
    expect(everything(gridOf(again("task-list", values)))).toContain("问张三");
  });

  test("headings that people changed survive a county without gaps", () => {
    const values = gridOf(built("school-plans", context()));
    for (const row of values) if (row.includes("责任人")) row[row.indexOf("责任人")] = "包校领导";
    const fine = COUNTY.slice(0, 1);
    const none = gridOf(again("school-plans", values, fine));
    expect(everything(none)).toContain("没有发现缺口");
    const back = gridOf(again("school-plans", gridOf(again("school-plans", none, fine))));
    expect(rowWith(back, "包校领导", KEY)).toBeDefined();
    expect(everything(back)).not.toContain("责任人");
  });

  test.each(["注1：县里另有安排", "没有人愿意接手", "标准：以县里的为准", "　待局长批示", "未计入判定（另议）", "定稿状态：未定"])("where the marks were deleted too, the line %s is people's", (text) => {
    const values = noMarks(gridOf(built("problem-ledger", context())));
    values.splice(-1, 0, [text]);
    expect(rowWith(gridOf(again("problem-ledger", values)), text)).toBeDefined();
  });

  test.each(["义务教育优质均衡", "定稿状态：", "注1：", "数据指纹："])("words written behind our line %s… are kept, also without marks", (start) => {
    for (const spoilt of [(values: Grid) => values, noMarks]) {
      const values = spoilt(gridOf(built("problem-ledger", context())));
      const row = values.find((cells) => String(cells[0]).startsWith(start));
      if (row) row[0] = `${String(row[0])}（请李四核对）`;
      expect(everything(gridOf(again("problem-ledger", values)))).toContain("（请李四核对）");
    }
  });

  test("定稿状态 rewritten on another day is ours", () => {
    const values = gridOf(built("problem-ledger", context()));
    for (const text of ["定稿状态：与当前数据一致（2027-01-05 核对）", "定稿状态：与定稿不一致——数据在生成后有改动，请重新生成（2027-01-05 核对）"]) {
      for (const spoilt of [(one: Grid) => one, noMarks]) {
        const changed = spoilt(values).map((cells) => cells.map((one) => (String(one).startsWith("定稿状态：") ? text : one)));
        expect(gridOf(again("problem-ledger", changed))).toEqual(values);
      }
    }
  });

  test("a column of hand changes that was copied keeps the texts of both", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    values.forEach((row, i) => row.splice(-1, 0, i === headAt(values) ? "原表手工修改" : i === first ? "早先改的" : null, i === headAt(values) ? "原表手工修改" : i === first ? "后来改的" : null));
    const next = gridOf(again("problem-ledger", values));
    expect(next[first]?.[column(next, "原表手工修改")]).toBe("早先改的；后来改的");
  });

  test("a school under another name: its old row stays below with what was typed, and does not say that the problem is solved", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "责任人", "周八");
    const next = gridOf(again("problem-ledger", values, RENAMED));
    const [old, title, anew] = [lineWith(next, "周八"), lineWith(next, "以下是您添加的行"), lineWith(next, "新乙小学")];
    expect(next[old]).toContain("乙小学");
    expect(next[old]?.[column(next, "问题")]).toMatch(/（本次未列入，保留填写内容）$/);
    expect(anew < title && title < old).toBe(true);
    expect(gridOf(again("problem-ledger", next, RENAMED))).toEqual(next);
    expect(gridOf(again("problem-ledger", noMarks(next), RENAMED)).filter((row) => String(row[0]).startsWith("以下是您添加的行"))).toHaveLength(1);
  });

  test("two lists in one sheet, the second pasted a column further right: headings stay ours, every text stays", () => {
    const values = gridOf(built("problem-ledger", context()));
    const other = gridOf(built("problem-ledger", context()));
    put(other, bodyOf(other)[1] ?? 0, "责任人", "吴九");
    const both = [...values.map((row) => [...row, null]), ...other.map((row) => [null, ...row])];
    const next = gridOf(again("problem-ledger", both));
    expect(next[headAt(next)]?.slice(0, values[headAt(values)]?.length)).toEqual(values[headAt(values)]);
    expect(bodyOf(next)).toHaveLength(bodyOf(values).length);
    expect(everything(next)).toContain("吴九");
  });

  test("an untouched list pasted below itself adds its rows as people's, and its title and notes not again", () => {
    const values = gridOf(built("problem-ledger", context()));
    const next = gridOf(again("problem-ledger", [...values, ...values]));
    expect(next.filter((row) => String(row[0]).startsWith("工作簿："))).toHaveLength(1);
    expect(next).toHaveLength(values.length + bodyOf(values).length + 1);
  });

  test("merged and filtered lines keep what their cells hold", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0, second = 0] = bodyOf(values);
    put(values, first, "责任人", "郑十");
    put(values, second, "佐证", "文件一份");
    const report = REPORTS.find((one) => one.id === "problem-ledger");
    const name = report?.typedSheets[0] ?? "";
    const block = { ...blockOf(name, values), merges: [{ row: first, column: column(values, "责任人"), rows: 2, columns: 1 }], hiddenRows: [second] };
    const next = gridOf(report?.build({ ...context(), previous: new Map([[name, block]]) })[0] as SheetPlan);
    expect(next).toEqual(values);
  });

  test("a list whose title and headings were deleted keeps every text", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "责任人", "钱一");
    const next = gridOf(again("problem-ledger", values.slice(headAt(values) + 1)));
    expect(next[first]?.[column(next, "责任人")]).toBe("钱一");
    expect(next).toHaveLength(values.length);
  });
});
