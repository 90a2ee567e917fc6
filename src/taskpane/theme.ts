import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

export type PaneTheme = "auto" | "light" | "dark";

const DARK = "(prefers-color-scheme: dark)";

function followSystem(listener: () => void): () => void {
  const query = window.matchMedia?.(DARK);
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}

/** Fonts of the machine only: nothing is fetched. Chinese faces by name, so that Windows does not fall back to a Japanese one. */
const FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
const LIGHT_THEME: Theme = { ...webLightTheme, fontFamilyBase: FONTS };
const DARK_THEME: Theme = { ...webDarkTheme, fontFamilyBase: FONTS };

/** Fluent's theme for what was asked, or for what the system prefers (主题). */
export function useTheme(wanted: PaneTheme): Theme {
  const systemDark = useSyncExternalStore(followSystem, () => window.matchMedia?.(DARK)?.matches ?? false);
  const dark = wanted === "dark" || (wanted === "auto" && systemDark);
  return dark ? DARK_THEME : LIGHT_THEME;
}
