// What answers a formula, as one module. Webpack joins modules into one scope only if nobody outside needs them; the pane needs
// many of them, so each would stay a module of its own, a twentieth larger than need be. They are therefore joined first, and
// whoever imports one of them is given its share of the whole.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";

const root = import.meta.dirname;
const cache = path.join(root, "node_modules/.cache/yjjh");
const whole = path.join(cache, "core.mjs");

/** Our modules that an entry needs, each with what it exports. A door only hands on, so it is none. */
function joined(shared, entry) {
  const compiler = webpack({
    ...shared, entry, experiments: { outputModule: true }, optimization: { minimize: false },
    output: { path: cache, filename: path.basename(whole), module: true, library: { type: "module" } },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || stats.hasErrors()) { reject(error ?? new Error(stats.toString("errors-only"))); return; }
      const { modules, moduleGraph } = stats.compilation;
      const ours = [...modules].flatMap((one) => one.modules ?? [one]).filter(({ resource }) => resource?.startsWith(path.join(root, "src")) && /(?<![\\/]index)\.ts$/.test(resource));
      const found = new Map(ours.map((one) => [one.resource, [...moduleGraph.getExportsInfo(one).orderedExports].map(({ name }) => name)]));
      compiler.close((failed) => { if (failed) reject(failed); else resolve(found); });
    });
  });
}

/** Names of the whole are those of its parts, numbered. */
const shares = (parts, from) => [...parts].map(([file, names], i) => [file, `export { ${names.map((name) => from(i, name)).join(", ")} } from `]);

/** A plugin that hands out shares of the joined modules in place of the modules. */
export async function coreModule(shared, entry) {
  mkdirSync(cache, { recursive: true });
  const parts = await joined(shared, entry);
  const door = path.join(cache, "door.mjs");
  writeFileSync(door, shares(parts, (i, name) => `${name} as m${i}_${name}`).map(([file, text]) => `${text}${JSON.stringify(file)};`).join("\n"));
  await joined(shared, door);
  const stubs = new Map(shares(parts, (i, name) => `m${i}_${name} as ${name}`).map(([file, text], i) => {
    const stub = path.join(cache, `share-${i}.mjs`);
    writeFileSync(stub, `${text}${JSON.stringify(whole)};\n`);
    return [file, stub];
  }));
  return {
    apply(compiler) {
      compiler.hooks.normalModuleFactory.tap("Core", (factory) => {
        factory.hooks.afterResolve.tap("Core", ({ createData }) => {
          const stub = stubs.get(createData.resource);
          if (stub) createData.resource = stub;
        });
      });
    },
  };
}
