import type { SheetChange } from "../../../src/host/host";
import { same, truth } from "../assert";
import type { HostCase, Place } from "../hand";
import { area, plan, report, rule } from "../plans";

/** Watches while `act` runs, until a change arrives that `isLast` knows; no clock is involved. */
async function told({ host }: Place, act: () => Promise<void>, isLast: (change: SheetChange) => boolean): Promise<readonly SheetChange[]> {
  const seen: SheetChange[] = [];
  let done: () => void = () => undefined;
  const last = new Promise<void>((resolve) => { done = resolve; });
  const stop = await host.watch((change) => {
    seen.push(change);
    if (isLast(change)) done();
  });
  try {
    await act();
    await last;
  } finally {
    stop();
  }
  return seen;
}

export const WATCHING_CASES: readonly HostCase[] = [
  {
    title: "tells which cells a person changed",
    async run(place) {
      await place.hand.addSheet("数据's 一");
      const seen = await told(place, () => place.hand.put("数据's 一", 2, 1, [[1, 2]]), ({ sheet }) => sheet === "数据's 一");
      same(seen.at(-1), { sheet: "数据's 一", area: area(2, 1, 1, 2), kind: "cells" }, "the change");
    },
  },
  {
    title: "tells inserted rows as a change of the whole sheet",
    async run(place) {
      await place.hand.put("Sheet1", 0, 0, [[1], [2]]);
      const seen = await told(place, () => place.hand.insertRows("Sheet1", 1, 1), ({ kind }) => kind === "structure");
      same(seen.filter(({ kind }) => kind === "structure"), [{ sheet: "Sheet1", area: null, kind: "structure" }], "the change");
    },
  },
  {
    title: "tells sheets that people add and delete",
    async run(place) {
      await told(place, () => place.hand.addSheet("新"), (change) => change.kind === "sheets" && change.sheet === "新");
      await told(place, () => place.hand.deleteSheet("新"), (change) => change.kind === "sheets" && change.sheet === "新");
    },
  },
  {
    title: "does not tell what the host itself wrote",
    async run(place) {
      const { host, hand } = place;
      await host.writeSheets([report("旧")], []);
      const seen = await told(place, async () => {
        await host.writeSheets([report("甲"), report("旧", 1)], ["旧"]);
        await host.markSheets([{ sheet: "旧", row: 2, column: 0, text: "与定稿不一致", style: "unmet" }]);
        await host.deleteSheets(["甲"]);
        await host.highlight([plan("Sheet1", rule(area(5, 5), "F6<1"))]);
        await host.removeHighlight();
        await host.insertFormulas({ sheet: "Sheet1", ...area(0, 0) }, [["=1+1"]]);
        await host.takeBackFormulas({ sheet: "Sheet1", ...area(0, 0) }, [["=1+1"]]);
        await host.saveStore(["{}"]);
        await hand.put("Sheet1", 9, 9, [["人写的"]]);
      }, (change) => change.kind === "cells" && change.area?.row === 9);
      same(seen, [{ sheet: "Sheet1", area: area(9, 9), kind: "cells" }], "all that was told");
    },
  },
  {
    title: "tells what a person does to a report of ours",
    async run(place) {
      await place.host.writeSheets([report("甲")], []);
      const seen = await told(place, () => place.hand.deleteSheet("甲"), ({ kind }) => kind === "sheets");
      same(seen.at(-1), { sheet: "甲", area: null, kind: "sheets" }, "the change");
    },
  },
  {
    title: "tells nothing more once stopped, and can watch again",
    async run(place) {
      const first: SheetChange[] = [];
      const stop = await place.host.watch((change) => first.push(change));
      stop();
      const seen = await told(place, () => place.hand.put("Sheet1", 0, 0, [[1]]), () => true);
      same(first, [], "what the stopped listener heard");
      truth(seen.length > 0, "what the new listener heard");
    },
  },
];
