import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { createContext, useContext, useSyncExternalStore } from "react";

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

/** Whether the pane is dark: as asked, or as the system prefers. */
export function useDark(wanted: PaneTheme): boolean {
  const systemDark = useSyncExternalStore(followSystem, () => window.matchMedia?.(DARK)?.matches ?? false);
  return wanted === "dark" || (wanted === "auto" && systemDark);
}

/** Fluent's theme (主题). */
export function themeOf(dark: boolean): Theme {
  return dark ? DARK_THEME : LIGHT_THEME;
}

/** What is drawn outside Fluent's reach, such as pictures, asks here. */
export const DarkContext = createContext(false);
export const useIsDark = (): boolean => useContext(DarkContext);
