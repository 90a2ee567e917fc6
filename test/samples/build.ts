import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { write } from "@e965/xlsx";
import { SAMPLES } from "./samples";

/** Writes the sample workbooks: `tsx test/samples/build.ts OUTDIR`. */
const out = process.argv[2];
if (!out) throw new Error("Say where to: tsx test/samples/build.ts OUTDIR");
mkdirSync(out, { recursive: true });
for (const sample of SAMPLES) writeFileSync(join(out, `${sample.name}.xlsx`), write(sample.build(), { type: "buffer", bookType: "xlsx" }) as Uint8Array);
console.log(`${String(SAMPLES.length)} 个样例工作簿已写入 ${out}`);
