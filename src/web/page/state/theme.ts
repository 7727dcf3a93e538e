// Theme: light or dark colors, as the system has them or as the user chose.

import { signal } from "@preact/signals";

type Theme = "system" | "light" | "dark";

export const themeOffers: Readonly<Record<Theme, string>> = {
  system: "Use the system's colors",
  light: "Use light colors",
  dark: "Use dark colors",
};

const key = "roadmap-theme";

const chosen = signal<Theme>(storedTheme());
show();

/** What the button offers: first the other colors, then the same again, then whatever the system has. */
export function nextTheme(): Theme {
  const isSystemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const order: readonly Theme[] = isSystemDark ? ["system", "light", "dark"] : ["system", "dark", "light"];
  return order[(order.indexOf(chosen.value) + 1) % order.length] ?? "system";
}

export function chooseTheme(theme: Theme): void {
  chosen.value = theme;
  if (theme === "system") localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  show();
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function show(): void {
  const { dataset } = document.documentElement;
  if (chosen.value === "system") delete dataset.theme;
  else dataset.theme = chosen.value;
}
