import { HOST_CASES } from "./contract";
import { univerPlace } from "./univer-place";
import { UNIVER_SKILLS } from "./univer-skills";

/** The contract of a host inside a browser page: cases by title, each run against a fresh workbook. */
const cases = HOST_CASES.filter(({ needs = [] }) => needs.every((skill) => UNIVER_SKILLS.has(skill)));

async function run(title: string): Promise<string | null> {
  const found = cases.find((one) => one.title === title);
  if (!found) return `no case ${title}`;
  try {
    await found.run(await univerPlace());
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
  }
}

Object.assign(window, { hostContract: { titles: cases.map(({ title }) => title), run } });
