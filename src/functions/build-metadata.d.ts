export interface BuiltMetadata {
  readonly "functions.json": string;
  readonly "functions.en-US.json": string;
  readonly associations: readonly { readonly id: string; readonly name: string }[];
}
export function buildMetadata(options: { readonly form: "full" | "namespace" }): Promise<BuiltMetadata>;
