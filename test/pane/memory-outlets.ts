import type { Outlets } from "../../src/taskpane/machine/outlets";

/** The smallest PNG there is: one dot. */
const DOT = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"));

/** Keeps what would be saved and drawn. */
export class MemoryOutlets implements Outlets {
  readonly saved: { readonly name: string; readonly content: Uint8Array; readonly type: string }[] = [];
  readonly drawn: string[] = [];

  save(name: string, content: Uint8Array, type: string): void {
    this.saved.push({ name, content, type });
  }

  draw(svg: string): Promise<{ readonly png: Uint8Array; readonly width: number; readonly height: number }> {
    this.drawn.push(svg);
    return Promise.resolve({ png: DOT, width: 620, height: 360 });
  }
}
