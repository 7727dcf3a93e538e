// Repairs: the list of all, in the order they are made: what text says comes before what its words mean.

import { damagedMark } from "./damaged-mark.js";
import { damagedText } from "./damaged-text.js";
import { dateFormat } from "./date-format.js";
import { impliedStatus } from "./implied-status.js";
import { missingCells } from "./missing-cells.js";
import type { Repair } from "./repair.js";
import { statusSpelling } from "./status-spelling.js";

export const repairs: readonly Repair[] = [
  damagedMark,
  damagedText,
  missingCells,
  impliedStatus,
  statusSpelling,
  dateFormat,
];
