import { describe, test } from "@jest/globals";
import { HOST_CASES } from "./contract";
import type { Place } from "./hand";

/** Runs the contract in jest. A case whose skills the program lacks is not listed. */
export function hostContract(name: string, makePlace: () => Promise<Place>, skills: Place["skills"]): void {
  describe(name, () => {
    for (const one of HOST_CASES) {
      if ((one.needs ?? []).every((skill) => skills.has(skill))) test(one.title, async () => one.run(await makePlace()));
    }
  });
}
