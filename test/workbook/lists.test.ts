import type { Cell } from "../../src/grid/block";
import type { ReportContext } from "../../src/workbook";
import { contextOf, COUNTY } from "./context";
import { sheet } from "./sheets";
import { again, blockOf, bodyOf, built, column, context, gridOf, headAt, KEY, LISTS, MENDED, put, rowWith } from "./list-sheets";

describe("a list made from the gaps (清单)", () => {
  test.each(LISTS)("%s has a row for every failing thing, columns to fill in, keys out of sight and choices of 进度", (id) => {
    const plan = built(id, context());
    const values = gridOf(plan);
    expect(bodyOf(values).length).toBeGreaterThan(0);
    expect(plan.hiddenColumns).toEqual([column(values, KEY)]);
    expect(new Set(bodyOf(values).map((i) => values[i]?.at(-1))).size).toBe(bodyOf(values).length);
    const progress = plan.validations?.find((one) => one.rule.kind === "list");
    expect(progress?.area).toMatchObject({ row: headAt(values) + 1, column: column(values, "进度"), rows: bodyOf(values).length });
    expect(progress?.rule).toEqual({ kind: "list", values: ["未开始", "进行中", "已完成"] });
    for (const { note } of plan.validations ?? []) {
      expect(note?.title.length).toBeLessThanOrEqual(32);
      expect(note?.text.length).toBeLessThanOrEqual(255);
    }
  });

  test("lists only what fails: a school that passes with one indicator at 85 % is not in it (R2)", () => {
    const text = JSON.stringify(gridOf(built("problem-ledger", context())));
    expect(text).toContain("乙小学");
    expect(text).not.toContain("丁中学");
  });

  test("says so when nothing fails, and stays empty when made again", () => {
    const fine = COUNTY.filter((row) => row[0] === "甲小学");
    const empty = gridOf(built("problem-ledger", context(fine)));
    expect(JSON.stringify(empty)).toContain("没有需要列入的问题");
    expect(JSON.stringify(gridOf(again("problem-ledger", empty, fine)))).toBe(JSON.stringify(empty));
  });

  test.each([...LISTS, "school-plans"] as const)("%s made again over itself is the same sheet", (id) => {
    const first = gridOf(built(id, context()));
    expect(gridOf(again(id, first))).toEqual(first);
  });

  test("proposes measures and units once: what was emptied stays empty, what was written over stays", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0, second = 0] = bodyOf(values);
    put(values, first, "责任单位", null);
    put(values, second, "责任单位", "县装备中心");
    const next = gridOf(again("problem-ledger", values));
    expect(next[first]?.[column(next, "责任单位")]).toBeNull();
    expect(next[second]?.[column(next, "责任单位")]).toBe("县装备中心");
  });

  test("a row whose problem is gone stays with a word when something was typed, and goes when nothing was", () => {
    const untouched = gridOf(built("problem-ledger", context()));
    expect(rowWith(gridOf(again("problem-ledger", untouched, MENDED)), "乙小学", "A6 生均教学仪器设备值")).toBeUndefined();
    const values = gridOf(built("problem-ledger", context()));
    const row = values.findIndex((cells) => cells.includes("乙小学") && cells.includes("A6 生均教学仪器设备值"));
    put(values, row, "责任人", "张三");
    let next = gridOf(again("problem-ledger", values, MENDED));
    expect(rowWith(next, "乙小学", "张三")?.[1]).toMatch(/（本次未列入，保留填写内容）$/);
    next = gridOf(again("problem-ledger", next, MENDED));
    expect(String(rowWith(next, "乙小学", "张三")?.[1]).match(/本次未列入/g)).toHaveLength(1);
    expect(rowWith(gridOf(again("problem-ledger", next)), "乙小学", "张三", "A6 生均教学仪器设备值")?.[1]).not.toMatch(/本次未列入/);
  });

  test("a date that Excel made a number of is a date again; other numbers stay numbers", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "时限", 46387);
    put(values, first, "资金安排", 46387);
    const next = gridOf(again("problem-ledger", values));
    expect(next[first]?.[column(next, "时限")]).toBe("2026-12-31");
    expect(next[first]?.[column(next, "资金安排")]).toBe(46387);
  });

  test.each([[36526, "2000-01-01"], [36585, "2000-02-29"], [36586, "2000-03-01"], [45351, "2024-02-29"], [46022, "2025-12-31"], [46023, "2026-01-01"]])("day %i is %s", (serial, text) => {
    const values = gridOf(built("deadline-list", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "完成时限", serial);
    const next = gridOf(again("deadline-list", values));
    expect(next[first]?.[column(next, "完成时限")]).toBe(text);
  });

  test("columns moved, inserted and renamed keep their texts; the person's heading stays", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "责任人", "李四");
    put(values, first, "佐证", "照片三张");
    const person = column(values, "责任人");
    const moved = values.map((row, i) => {
      const cells = row.filter((_, j) => j !== column(values, "佐证"));
      return [...cells.slice(0, 1), row[column(values, "佐证")] ?? null, ...cells.slice(1, 3), i === headAt(values) ? "督导意见" : i === first ? "限期整改" : null, ...cells.slice(3)];
    });
    const head = moved[headAt(values)];
    if (head) head[head.indexOf("责任人")] = "负责人";
    const next = gridOf(again("problem-ledger", moved));
    const row = rowWith(next, "李四");
    expect(next[headAt(next)]?.[person]).toBe("负责人");
    expect(row?.[person]).toBe("李四");
    expect(row?.[column(next, "佐证")]).toBe("照片三张");
    expect(row?.[column(next, "督导意见")]).toBe("限期整改");
  });

  test("without its key column a row is known by school, stage and indicator", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "责任人", "王五");
    const keyless = values.map((row) => row.slice(0, -1));
    const next = gridOf(again("problem-ledger", keyless));
    expect(next[first]?.[column(next, "责任人")]).toBe("王五");
    expect(next).toHaveLength(values.length);
  });

  test("rows sorted while their hidden keys stayed behind are not mixed up", () => {
    const values = gridOf(built("problem-ledger", context()));
    const rows = bodyOf(values);
    rows.forEach((i, n) => { put(values, i, "责任人", `负责${String(n)}`); });
    const sorted = values.map((row, i) => {
      const place = rows.indexOf(i);
      return place < 0 ? row : [...(values[rows[(place + 1) % rows.length] ?? i] ?? []).slice(0, -1), row.at(-1) ?? null];
    });
    const next = gridOf(again("problem-ledger", sorted));
    rows.forEach((i, n) => { expect(next[i]?.[column(next, "责任人")]).toBe(`负责${String(n)}`); });
  });

  test("a copied row stays as a row people added, and added rows keep their text also below the notes", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "责任人", "赵六");
    const copy = [...(values[first] ?? [])];
    copy[column(values, "责任人")] = "钱七";
    values.splice(first + 1, 0, copy);
    values.push([null, "另：校门口道路拓宽"]);
    const next = gridOf(again("problem-ledger", values));
    expect(rowWith(next, "赵六")?.at(-1)).toMatch(/\|/);
    expect(rowWith(next, "钱七")?.at(-1)).toBeNull();
    expect(rowWith(next, "另：校门口道路拓宽")).toBeDefined();
  });

  test("text that begins like a formula stays text", () => {
    const values = gridOf(built("task-list", context()));
    const [first = 0] = bodyOf(values);
    for (const text of ["=1+1", "+8", "-3", "@甲"]) {
      put(values, first, "佐证", text);
      const plan = again("task-list", values);
      expect(plan.rows[first]?.find((cell) => cell?.value === text)).toBeDefined();
    }
  });

  test("what was written over a text of ours is told in a column of its own, once", () => {
    const values = gridOf(built("problem-ledger", context()));
    const [first = 0] = bodyOf(values);
    put(values, first, "任务", "先补一半");
    const next = gridOf(again("problem-ledger", values));
    expect(next[first]?.[column(next, "任务")]).not.toBe("先补一半");
    expect(next[first]?.[column(next, "原表手工修改")]).toBe("任务：先补一半");
    const third = gridOf(again("problem-ledger", next));
    expect(third[first]?.[column(third, "原表手工修改")]).toBe("任务：先补一半");
    expect(third[headAt(third)]?.filter((text) => text === "原表手工修改")).toHaveLength(1);
  });

  test("a school kept in one row a stage is one school: one row with a deadline, one page, counted once in a task", () => {
    const parts = contextOf([sheet("全县", [
      ["学校名称", "学段", "在校生数", "网络多媒体教室数", "音乐、美术专用教室间数"],
      ["育才学校（小学部）", "小学", 400, 2, 0], ["育才学校（初中部）", "初中", 300, 2, 0], ["甲小学", "小学", 300, 8, 4],
    ])]);
    const deadlines = gridOf(built("deadline-list", parts));
    expect(bodyOf(deadlines).map((i) => deadlines[i]?.[1]).filter((school) => school !== "全县")).toEqual(["育才学校"]);
    const tasks = gridOf(built("task-list", parts));
    expect(bodyOf(tasks).map((i) => [tasks[i]?.[column(tasks, "涉及学校（所）")], tasks[i]?.[column(tasks, "涉及学校")]])).toContainEqual([1, "育才学校"]);
    const pages = gridOf(built("school-plans", parts)).map((row) => String(row[0])).filter((text) => text.startsWith("一校一策："));
    expect(pages).toEqual(["一校一策：育才学校（有不达标项）"]);
  });

  test("what was typed for two schools of one name stays with its town when the rows change places", () => {
    const schools: Cell[][] = [["中心小学", "东乡", "小学", 300, 2], ["中心小学", "西乡", "小学", 200, 1]];
    const given = (rows: readonly Cell[][]): ReportContext => contextOf([sheet("全县", [["学校名称", "所在乡镇", "办学类型", "在校生数", "网络多媒体教室数"], ...rows])]);
    const values = gridOf(built("deadline-list", given(schools)));
    expect(bodyOf(values)).toHaveLength(2);
    bodyOf(values).forEach((i, n) => { put(values, i, "责任人", n === 0 ? "东乡张三" : "西乡李四"); });
    const name = "义教均衡-期限清单";
    const next = gridOf(built("deadline-list", { ...given([...schools].reverse()), previous: new Map([[name, blockOf(name, values)]]) }));
    expect(bodyOf(next).map((i) => [String(next[i]?.at(-1)).includes("东乡"), next[i]?.[column(next, "责任人")]])).toEqual([[false, "西乡李四"], [true, "东乡张三"]]);
  });
});
