import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import metadata from "custom-functions-metadata";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const PREFIX = "YJJH.";

/** Excel LTSC 2021 crashes on these two together; the generator always writes the first. */
const CRASHING = ["allowCustomDataForDataTypeAny", "allowErrorForDataTypeAny"];

/** A cell, an R1C1 reference or a word Excel keeps for itself: as a name it would show #REF!. */
const TAKEN = /^([A-Z]{1,3}\d+|R\d*C\d*|R|C|TRUE|FALSE)$/i;

function check(functions) {
  const seen = new Set();
  for (const { id, name, description, parameters } of functions) {
    const wrong = (what) => { throw new Error(`${id}: ${what}`); };
    if (!/^[A-Z]+(\.[A-Z]+)?$/.test(id)) wrong("id is not plain ASCII");
    if (name !== id) wrong(`name ${name} differs from the id`);
    if (TAKEN.test(name)) wrong("name is a cell reference");
    if (seen.has(id)) wrong("id is used twice");
    seen.add(id);
    if (!description?.includes("例：=YJJH.")) wrong("help without an example");
    for (const parameter of parameters) if (!parameter.description) wrong(`no help for ${parameter.name}`);
  }
}

/** The same metadata in another language: descriptions only, names equal ids everywhere. */
function localise(functions, texts) {
  return functions.map((one) => {
    const text = texts[one.name.startsWith(PREFIX) ? one.name : PREFIX + one.name];
    if (!text) throw new Error(`${one.id}: no translation`);
    const parameters = one.parameters.map((parameter) => {
      const description = text.parameters[parameter.name];
      if (!description) throw new Error(`${one.id}.${parameter.name}: no translation`);
      return { ...parameter, description };
    });
    return { ...one, description: text.description, parameters };
  });
}

/**
 * What Excel must know about the functions, from the declarations in `functions.ts`.
 * `full`: ids hold the prefix and the manifest has no `<Namespace>`; `namespace`: the other way round.
 */
export async function buildMetadata({ form }) {
  const made = await metadata.generateCustomFunctionsMetadata(here("functions.ts"));
  if (made.errors.length > 0) throw new Error(made.errors.join("\n"));
  const { functions, ...rest } = JSON.parse(made.metadataJson);
  for (const key of CRASHING) delete rest[key];
  const shown = (text) => (form === "namespace" ? text.slice(PREFIX.length) : text);
  const chinese = functions.map((one) => ({ ...one, id: shown(one.id), name: shown(one.name) }));
  check(chinese);
  const english = localise(chinese, JSON.parse(readFileSync(here("locale.en-US.json"), "utf8")));
  const text = (list) => JSON.stringify({ ...rest, functions: list }, null, 2);
  return {
    "functions.json": text(chinese),
    "functions.en-US.json": text(english),
    associations: made.associate.map(({ id, functionName }) => ({ id: shown(id), name: functionName })),
  };
}
