import { plain } from "../../src/reading/text";

describe("a text as meant rather than as typed", () => {
  test.each([
    ["在 校 生（人）", "在校生(人)"],
    ["第一小学", "第一小学"],
    ["第１小学", "第1小学"],
    ["第1小学_x000D_\n（小学部）", "第1小学(小学部)"],
    ["ABC", "abc"],
    ["", ""],
  ])("%j is %j", (written, meant) => {
    expect(plain(written)).toBe(meant);
  });

  test("every character is meant the same alone and beside others that need no rewriting", () => {
    const different: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const one = String.fromCharCode(code);
      // Beside a full-width digit nothing is taken as it stands.
      if (plain(`校${one}校`) !== plain(`校${one}校１`).slice(0, -1)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });
});
