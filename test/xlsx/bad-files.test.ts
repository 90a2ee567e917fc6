import fc from "fast-check";
import { FileError, openFile } from "../../src/xlsx";
import { BAD_FILES } from "./bad-files";
import { handWritten } from "./package-of";

describe("what is no readable workbook is refused with what to do, whatever its extension says", () => {
  test.each(BAD_FILES)("%s", async (_, name, content, kind, words) => {
    const error: unknown = await openFile(content(), name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ kind, message: expect.stringMatching(words) as unknown });
  });

  test("a good file opens under any name", async () => {
    const bytes = handWritten('<row r="1"><c r="A1"><v>1</v></c></row>');
    await expect(openFile(bytes, "表.csv")).resolves.toMatchObject({ kind: "xlsx" });
  });

  test("any cut or changed byte gives a workbook or a FileError, nothing else", async () => {
    const bytes = handWritten('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><f>SUM(A1:A9)</f><v>3</v></c></row>');
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
      const bad = cut ? bytes.slice(0, at) : bytes.slice();
      if (!cut) bad[at] = byte;
      const result: unknown = await openFile(bad, "表.xlsx").catch((error: unknown) => error);
      expect(result instanceof FileError || (result as { kind: string }).kind === "xlsx").toBe(true);
    }), { numRuns: 300 });
  });
});
