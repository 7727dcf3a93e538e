// Later: the parts of the page that are loaded once the board is drawn.

export { Drawer } from "./drawer/drawer.js";
export { FinishDialog } from "./drawer/finish.js";
export { HistoryView } from "./history/history.js";
export { KeysDialog } from "./keys/keys.js";
export { Palette } from "./palette/palette.js";
export { PhasesView } from "./phases/phases.js";
export { ProblemsDialog } from "./problems/problems.js";
export { ProgressView } from "./progress/progress.js";
