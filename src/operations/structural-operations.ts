// Structural operations: the operations that change the structure of the file.

import { addColumn } from "./add-column.js";
import { addPhase } from "./add-phase.js";
import { addTable } from "./add-table.js";
import { addTask } from "./add-task.js";
import { addTopic } from "./add-topic.js";
import { move } from "./move.js";
import { remove } from "./remove.js";
import { rename } from "./rename.js";

export const structuralOperations = {
  "add-topic": addTopic,
  "add-task": addTask,
  "add-column": addColumn,
  "add-phase": addPhase,
  "add-table": addTable,
  rename,
  move,
  remove,
} as const;
