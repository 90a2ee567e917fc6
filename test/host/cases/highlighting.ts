import { VERDICT_COLOURS } from "../../../src/workbook/sheet-plan";
import { refused, same, truth } from "../assert";
import type { HostCase, Hand } from "../hand";
import { area, plan, rule } from "../plans";

async function formulasOn(hand: Hand, sheet: string): Promise<readonly string[]> {
  return (await hand.formats(sheet)).map(({ formula }) => formula.replace(/^=/, "").replace(/\s/g, ""));
}

async function fill(hand: Hand, sheet = "Sheet1"): Promise<void> {
  await hand.put(sheet, 0, 0, [["校", "生均", "人数"], ["甲", 4, 10], ["乙", 5, 20], ["丙", 6, 30]]);
}

export const HIGHLIGHT_CASES: readonly HostCase[] = [
  {
    title: "colours the bureau's own cells by live formulas that carry our marker",
    async run({ host, hand }) {
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "ISNUMBER(B2),B2<4.5"), rule(area(1, 2, 3), "ISNUMBER(C2)", "met"))]);
      const formats = await hand.formats("Sheet1");
      const unmet = formats.find(({ formula }) => formula.includes("B2<4.5"));
      same(unmet?.areas, [area(1, 1, 3)], "the area");
      same({ fill: unmet?.fill, text: unmet?.text }, VERDICT_COLOURS.unmet, "the colours of unmet");
      truth(unmet?.formula.includes('N("YJJH1")=0') === true, "the marker");
      same(formats.length, 2, "number of rules");
      same(await hand.values("Sheet1", area(1, 0, 1, 3)), [["甲", 4, 10]], "values are untouched");
    },
  },
  {
    title: "puts the rule named first before the others",
    async run({ host, hand }) {
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1"), rule(area(1, 1, 3), "B2<2", "floor"), rule(area(1, 1, 3), "B2<3", "met"))]);
      same((await formulasOn(hand, "Sheet1")).map((formula) => /B2<\d/.exec(formula)?.[0]), ["B2<1", "B2<2", "B2<3"], "order");
    },
  },
  {
    title: "pressed twice, leaves one set of rules: the second",
    async run({ host, hand }) {
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1"), rule(area(1, 1, 3), "B2<2"))]);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<3"))]);
      same((await formulasOn(hand, "Sheet1")).map((formula) => /B2<\d/.exec(formula)?.[0]), ["B2<3"], "rules");
    },
  },
  {
    title: "with no rules for a sheet, removes ours from it",
    async run({ host, hand }) {
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1"))]);
      await host.highlight([plan("Sheet1")]);
      same(await hand.formats("Sheet1"), [], "rules");
    },
  },
  {
    title: "leaves the user's own conditional formats as they were, when adding and when removing",
    async run({ host, hand }) {
      await fill(hand);
      await hand.addFormat("Sheet1", area(1, 1, 3), "B2>5");
      const before = await hand.formats("Sheet1");
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<4.5"))]);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<4.6"))]);
      same((await hand.formats("Sheet1")).filter(({ fill: colour }) => colour === "#FF0000"), before, "the user's rule meanwhile");
      same(await host.removeHighlight(), 1, "one rule went");
      same(await hand.formats("Sheet1"), before, "the user's rule afterwards");
    },
  },
  {
    title: "highlights several sheets at once and takes everything away at once, hidden sheets too",
    async run({ host, hand }) {
      await hand.addSheet("初中's 部");
      await fill(hand);
      await fill(hand, "初中's 部");
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1")), plan("初中's 部", rule(area(1, 1, 3), "B2<1"), rule(area(1, 2, 3), "C2<1"))]);
      same(await host.highlighted(), ["Sheet1", "初中's 部"], "highlighted sheets");
      await hand.setVisibility("初中's 部", "hidden");
      same(await host.removeHighlight(), 3, "rules removed");
      same(await host.highlighted(), [], "highlighted sheets afterwards");
    },
  },
  {
    title: "touches only the sheets named",
    async run({ host, hand }) {
      await hand.addSheet("乙");
      await fill(hand);
      await fill(hand, "乙");
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1")), plan("乙", rule(area(1, 1, 3), "B2<1"))]);
      await host.highlight([plan("乙", rule(area(1, 1, 3), "B2<2"))]);
      same((await formulasOn(hand, "Sheet1")).length, 1, "rules of the other sheet");
    },
  },
  {
    title: "removes rules after rows were inserted above and among them",
    async run({ host, hand }) {
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<4.5"))]);
      await hand.insertRows("Sheet1", 0, 2);
      await hand.insertRows("Sheet1", 4, 1);
      await host.removeHighlight();
      same(await hand.formats("Sheet1"), [], "rules");
    },
  },
  {
    title: "removes rules that were copied along with a row",
    needs: ["copyRow"],
    async run({ host, hand }) {
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<4.5"))]);
      await hand.copyRow("Sheet1", 2, 8);
      await host.removeHighlight();
      same(await hand.formats("Sheet1"), [], "rules");
    },
  },
  {
    title: "finds nothing to remove where nothing was highlighted",
    async run({ host }) {
      same(await host.removeHighlight(), 0, "rules removed");
      same(await host.highlighted(), [], "highlighted sheets");
    },
  },
  {
    title: "refuses a protected sheet before it changes any sheet",
    needs: ["protectSheet"],
    async run({ host, hand }) {
      await hand.addSheet("锁");
      await fill(hand);
      await host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1"))]);
      await hand.protectSheet("锁");
      const error = await refused(host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<2")), plan("锁", rule(area(0, 0), "A1<1"))]), "protectedSheet", "highlighting");
      truth(error.message.includes("锁"), "the message names the sheet");
      truth((await formulasOn(hand, "Sheet1"))[0]?.includes("B2<1") === true, "the former rule is there");
    },
  },
  {
    title: "refuses a sheet that has gone before it changes any sheet",
    async run({ host, hand }) {
      await fill(hand);
      await refused(host.highlight([plan("Sheet1", rule(area(1, 1, 3), "B2<1")), plan("走了", rule(area(0, 0), "A1<1"))]), "missingSheet", "highlighting");
      same(await hand.formats("Sheet1"), [], "rules");
    },
  },
];
