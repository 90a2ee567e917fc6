import { areaName } from "../../grid/address";
import { HIGHLIGHT_MARKER, VERDICT_COLOURS, type HighlightPlan, type HighlightRule } from "../../workbook/sheet-plan";
import { HostError, type Watch } from "../host";
import { heedCancel, run, runPatiently } from "./run";

/** A conditional format with a formula, as found on a sheet. */
interface Found {
  readonly sheet: string;
  readonly format: Excel.ConditionalFormat;
  readonly isOurs: boolean;
}

/** Adds the rules of the plans after our former ones on those sheets; the first rule named comes first. Three round trips. */
export async function highlight(plans: readonly HighlightPlan[], watch?: Watch): Promise<void> {
  heedCancel(watch);
  const names = plans.map(({ sheet }) => sheet);
  let before: ReadonlySet<string> | null = null;
  try {
    await run(async (context) => {
      const found = await findFormats(context, names);
      before = new Set(found.filter(({ isOurs }) => isOurs).map(({ format }) => format.id));
      heedCancel(watch);
      // Added first and deleted last: until then everything can be taken back.
      for (const plan of plans) addRules(context.workbook.worksheets.getItem(plan.sheet), plan.rules);
      for (const { format, isOurs } of found) if (isOurs) format.delete();
      await context.sync();
    }, names.length === 1 ? (names[0] ?? null) : null);
  } catch (error) {
    if (before === null || await settle(plans, before) === "before") throw error;
  }
}

/** After a failure: finishes when all new rules are there, takes the new ones away otherwise. */
async function settle(plans: readonly HighlightPlan[], before: ReadonlySet<string>): Promise<"before" | "complete"> {
  return runPatiently(async (context) => {
    const ours = (await findFormats(context, plans.map(({ sheet }) => sheet))).filter(({ isOurs }) => isOurs);
    const fresh = ours.filter(({ format }) => !before.has(format.id));
    const complete = fresh.length === plans.reduce((sum, { rules }) => sum + rules.length, 0);
    for (const { format } of complete ? ours.filter(({ format: { id } }) => before.has(id)) : fresh) format.delete();
    await context.sync();
    return complete ? "complete" : "before";
  });
}

function addRules(sheet: Excel.Worksheet, rules: readonly HighlightRule[]): void {
  // Each new format goes to the top, so the last is added first.
  for (const rule of [...rules].reverse()) {
    const { custom } = sheet.getRange(areaName(rule.area)).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    const colours = VERDICT_COLOURS[rule.verdict];
    custom.rule.formula = marked(rule.formula);
    custom.format.fill.color = colours.fill;
    custom.format.font.color = colours.text;
    custom.format.numberFormat = wordFormat(VERDICT_WORDS[rule.verdict]);
  }
}

/** The word that stands beside the colour (R8). */
const VERDICT_WORDS: Readonly<Record<HighlightRule["verdict"], string>> = { met: "达标", floor: "达到85%", unmet: "不达标", undetermined: "数据不足" };

/** A number format that shows the cell as it is and the word after it. */
function wordFormat(word: string): string {
  const tail = `" ${word}"`;
  return `General${tail};-General${tail};General${tail};@${tail}`;
}

function marked(formula: string): string {
  const bare = formula.replace(/^=/, "");
  return carriesMarker(bare) ? `=${bare}` : `=AND(${HIGHLIGHT_MARKER},${bare})`;
}

/** Excel may write a formula back with other spaces or case. */
function carriesMarker(formula: string): boolean {
  const plain = (text: string): string => text.replace(/\s/g, "").toUpperCase();
  return plain(formula).includes(plain(HIGHLIGHT_MARKER));
}

interface Asked {
  readonly name: string;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly protection: Excel.WorksheetProtection;
}

function ask(sheet: Excel.Worksheet, name: string): Asked {
  const formats = sheet.getRange().conditionalFormats;
  formats.load("items/id,items/type");
  const protection = sheet.protection;
  protection.load("protected");
  return { name, formats, protection };
}

/** Formula formats of sheets, whatever ranges they cover by now. Two round trips. */
async function findFormats(context: Excel.RequestContext, names: readonly string[]): Promise<readonly Found[]> {
  const asked = names.map((name) => ask(context.workbook.worksheets.getItem(name), name));
  await context.sync();
  const locked = asked.find(({ protection }) => protection.protected);
  if (locked) throw new HostError("protectedSheet", locked.name);
  return readFormulas(context, asked);
}

async function readFormulas(context: Excel.RequestContext, sheets: readonly Asked[]): Promise<readonly Found[]> {
  const custom = sheets.flatMap(({ name, formats }) => formats.items
    .filter((format) => format.type === "Custom")
    .map((format) => ({ sheet: name, format, rule: format.custom.rule.load("formula") })));
  if (custom.length > 0) await context.sync();
  return custom.map(({ sheet, format, rule }) => ({ sheet, format, isOurs: carriesMarker(rule.formula) }));
}

async function findEverywhere(context: Excel.RequestContext): Promise<readonly (Found & { readonly isLocked: boolean })[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const asked = sheets.items.map((sheet) => ask(sheet, sheet.name));
  await context.sync();
  const locked = new Set(asked.filter(({ protection }) => protection.protected).map(({ name }) => name));
  const found = await readFormulas(context, asked);
  return found.filter(({ isOurs }) => isOurs).map((one) => ({ ...one, isLocked: locked.has(one.sheet) }));
}

/** Deletes our rules everywhere. What a failure leaves is deleted by a second try. */
export async function removeHighlight(): Promise<number> {
  const wanted = new Set<string>();
  const remove = async (context: Excel.RequestContext): Promise<void> => {
    const ours = await findEverywhere(context);
    const locked = ours.find(({ isLocked }) => isLocked);
    if (locked) throw new HostError("protectedSheet", locked.sheet);
    for (const { format } of ours) {
      wanted.add(format.id);
      format.delete();
    }
    await context.sync();
  };
  try {
    await run(remove);
  } catch (error) {
    // Nothing was deleted yet when nothing was found.
    if (wanted.size === 0) throw error;
    await runPatiently(remove);
  }
  return wanted.size;
}

/** Sheets with rules of ours. */
export async function highlighted(): Promise<readonly string[]> {
  const ours = await run(findEverywhere);
  return [...new Set(ours.map(({ sheet }) => sheet))];
}
