// Theme button: changes between dark, light and the system's colors.

import { Icon } from "./parts/icon.js";
import { chooseTheme, nextTheme, themeOffers } from "./state/theme.js";

export function ThemeButton() {
  const next = nextTheme();
  return (
    <button
      type="button"
      class="btn small quiet icon"
      aria-label={themeOffers[next]}
      title={themeOffers[next]}
      onClick={() => chooseTheme(next)}
    >
      <Icon name="moon" />
    </button>
  );
}
