import { afterAll, beforeAll, describe } from "@jest/globals";
import type { ExcelLevel } from "../excel-host";
import { EXCEL_SKILLS, excelPlaces, type ExcelPlaces } from "./excel-place";
import { hostContract } from "./host-contract";

// LTSC 2021, LTSC 2024 and Microsoft 365.
describe.each<ExcelLevel>(["1.14", "1.17", "current"])("Excel through the real office.js at ExcelApi %s", (level) => {
  let places: ExcelPlaces;
  beforeAll(async () => { places = await excelPlaces({ level }); });
  afterAll(() => places.page.close());

  hostContract("keeps the contract of a host", () => places.make(), EXCEL_SKILLS);
});
