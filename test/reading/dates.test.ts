import { itemFactById } from "../../src/standards";
import { readTyped } from "../../src/reading/typed-value";

const fact = itemFactById("county.dataDate");

test("every date Excel keeps as a number is the day the calendar says, leap years included", () => {
  if (!fact) throw new Error("no fact for the date of the data");
  const wrong: number[] = [];
  for (let serial = 20000; serial <= 80000; serial += 1) {
    const date = new Date((serial - 25569) * 864e5);
    const expected = date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    if (readTyped(serial, fact, null).value !== expected) wrong.push(serial);
  }
  expect(wrong).toEqual([]);
});
