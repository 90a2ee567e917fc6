import { jest } from "@jest/globals";
import { once } from "../../src/workbook/once";

test("what rests on the same things is worked out once, whatever object brings them", () => {
  const work = jest.fn(({ a, b }: { a: object; b: unknown }) => [a, b]);
  const remembered = once(({ a, b }: { a: object; b: unknown }) => [a, b], work);
  const [first, second] = [{}, {}];
  const found = remembered({ a: first, b: 1 });
  expect(remembered({ a: first, b: 1 })).toBe(found);
  expect(work).toHaveBeenCalledTimes(1);
  expect(remembered({ a: second, b: 1 })).toEqual([second, 1]);
  expect(work).toHaveBeenCalledTimes(2);
});

test("when one of them changes it is worked out anew, and again when it changes back", () => {
  const remembered = once(({ a, b }: { a: object; b: unknown }) => [a, b], ({ b }) => String(b));
  const a = {};
  expect([1, 2, 1, null].map((b) => remembered({ a, b }))).toEqual(["1", "2", "1", "null"]);
});
