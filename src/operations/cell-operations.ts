// Cell operations: the operations that change cells and task markers, the only ones in the everyday program.

import { checkTask, uncheckTask } from "./check-task.js";
import { finishTopic } from "./finish-topic.js";
import { reopenTopic, resetTopic } from "./reset-topic.js";
import { blockTopic, skipTopic } from "./set-aside-topic.js";
import { setTopic } from "./set-topic.js";
import { startTopic } from "./start-topic.js";

export const cellOperations = {
  start: startTopic,
  finish: finishTopic,
  block: blockTopic,
  skip: skipTopic,
  reset: resetTopic,
  reopen: reopenTopic,
  set: setTopic,
  check: checkTask,
  uncheck: uncheckTask,
} as const;
