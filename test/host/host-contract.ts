import { describe, test } from "@jest/globals";
import { HOST_CASES } from "./contract";
import type { Place } from "./hand";

/** Runs the contract in jest. A case whose skills the program lacks is not listed. */
export function hostContract(name: string, makePlace: () => Promise<Place>, skills: Place["skills"]): void {
  describe(name, () => {
    for (const { title, needs = [], run } of HOST_CASES) {
      if (needs.every((skill) => skills.has(skill))) test(title, async () => run(await makePlace()));
    }
  });
}
