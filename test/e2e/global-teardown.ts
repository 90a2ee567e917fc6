import "./global-setup";

export default async function stop(): Promise<void> {
  await globalThis.yjjhBrowserServer?.close();
}
