import { refused, same, truth } from "../assert";
import type { HostCase } from "../hand";
import { area } from "../plans";

const at = (sheet: string, row: number, column: number) => ({ sheet, ...area(row, column) });

export const FORMULA_CASES: readonly HostCase[] = [
  {
    title: "writes formulas into empty cells and takes them back",
    async run({ host, hand }) {
      await hand.put("Sheet1", 0, 0, [[1], [2]]);
      const formulas = [["=A1*2", "=A1*3"], ["=A2*2", "=A2*3"]];
      await host.insertFormulas(at("Sheet1", 0, 2), formulas);
      same(await hand.formulas("Sheet1", area(0, 2, 2, 2)), formulas, "formulas");
      await host.takeBackFormulas(at("Sheet1", 0, 2), formulas);
      same(await hand.formulas("Sheet1", area(0, 2, 2, 2)), [[null, null], [null, null]], "formulas afterwards");
      same(await hand.values("Sheet1", area(0, 0, 2, 4)), [[1, null, null, null], [2, null, null, null]], "cells afterwards");
    },
  },
  {
    title: "refuses when one cell is not empty, names it and writes nothing",
    async run({ host, hand }) {
      await hand.put("Sheet1", 3, 3, [["有字"]]);
      const error = await refused(host.insertFormulas(at("Sheet1", 2, 2), [["=1", "=2"], ["=3", "=4"]]), "occupied", "inserting");
      truth(error.message.includes("D4"), "the message names the cell");
      same(await hand.formulas("Sheet1", area(2, 2, 2, 2)), [[null, null], [null, null]], "formulas");
      same(await hand.values("Sheet1", area(3, 3)), [["有字"]], "the cell");
    },
  },
  {
    title: "counts a typed zero as not empty",
    async run({ host, hand }) {
      await hand.put("Sheet1", 0, 0, [[0]]);
      await refused(host.insertFormulas(at("Sheet1", 0, 0), [["=1"]]), "occupied", "inserting");
    },
  },
  {
    title: "looks at the whole area a formula will spill into",
    async run({ host, hand }) {
      await hand.put("Sheet1", 6, 1, [["挡路"]]);
      await refused(host.insertFormulas(at("Sheet1", 2, 1), [["=1+1"]], { rows: 5, columns: 1 }), "occupied", "inserting");
      await host.insertFormulas(at("Sheet1", 2, 1), [["=1+1"]], { rows: 4, columns: 1 });
      same(await hand.formulas("Sheet1", area(2, 1)), [["=1+1"]], "the formula");
    },
  },
  {
    title: "refuses merged cells in the way",
    async run({ host, hand }) {
      await hand.merge("Sheet1", area(3, 0, 1, 2));
      await refused(host.insertFormulas(at("Sheet1", 2, 0), [["=1"]], { rows: 3, columns: 1 }), "occupied", "inserting");
    },
  },
  {
    title: "takes back only cells that still hold its formula",
    async run({ host, hand }) {
      const formulas = [["=1+1"], ["=2+2"], ["=3+3"]];
      await host.insertFormulas(at("Sheet1", 0, 0), formulas);
      await hand.put("Sheet1", 1, 0, [["改过"]]);
      await host.takeBackFormulas(at("Sheet1", 0, 0), formulas);
      same(await hand.values("Sheet1", area(0, 0, 3, 1)), [[null], ["改过"], [null]], "cells");
    },
  },
  {
    title: "refuses formulas on a protected sheet",
    needs: ["protectSheet"],
    async run({ host, hand }) {
      await hand.protectSheet("Sheet1");
      await refused(host.insertFormulas(at("Sheet1", 0, 0), [["=1"]]), "protectedSheet", "inserting");
    },
  },
  {
    title: "refuses formulas on a sheet that has gone",
    async run({ host }) {
      await refused(host.insertFormulas(at("走了", 0, 0), [["=1"]]), "missingSheet", "inserting");
      await refused(host.takeBackFormulas(at("走了", 0, 0), [["=1"]]), "missingSheet", "taking back");
    },
  },
  {
    title: "tells what is selected, and selects what it is told",
    async run({ host, hand }) {
      await hand.addSheet("数据's 一");
      await hand.select("Sheet1", area(2, 3, 4, 2));
      same(await host.selection(), { sheet: "Sheet1", ...area(2, 3, 4, 2) }, "selected by hand");
      await host.select("数据's 一", area(6, 5));
      same(await host.selection(), { sheet: "数据's 一", ...area(6, 5) }, "selected by the host");
    },
  },
  {
    title: "says so when a cell to select is on a sheet that has gone or is hidden",
    async run({ host, hand }) {
      await hand.addSheet("藏");
      await hand.setVisibility("藏", "hidden");
      await refused(host.select("走了", area(0, 0)), "missingSheet", "selecting");
      await refused(host.select("藏", area(0, 0)), "hiddenSheet", "selecting");
    },
  },
];
