import type { Work } from "../taskpane";

/** Buttons of the ribbon, by the names in the manifest. Each shows the pane too, where what happened is told. */
const COMMANDS: Readonly<Record<string, (work: Work) => Promise<void>>> = {
  highlight: async (work) => {
    await work.run({ kind: "check" });
    await work.run({ kind: "highlight" });
  },
  removeHighlight: (work) => work.run({ kind: "unhighlight" }),
  insertFormula: async (work) => {
    if (work.state().judgement === null) await work.run({ kind: "check" });
    await work.run({ kind: "offerFormulas" });
  },
};

/** Connects the ribbon's buttons (功能区按钮). */
export function connectCommands(openPane: () => Promise<Work>): void {
  for (const [name, run] of Object.entries(COMMANDS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Excel keeps the button waiting until it hears `completed`.
      void press(run, openPane).finally(() => { event.completed(); });
    });
  }
}

async function press(run: (work: Work) => Promise<void>, openPane: () => Promise<Work>): Promise<void> {
  await Office.addin.showAsTaskpane();
  await run(await openPane());
}
