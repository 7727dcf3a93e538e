// Everyday: the operations that change what cells and marks say; the program of every day has no others.

import { blockTopic } from "./block-topic.js";
import { checkTask } from "./check-task.js";
import { finishTopic } from "./finish-topic.js";
import { reopenTopic } from "./reopen-topic.js";
import { resetTopic } from "./reset-topic.js";
import { setTopic } from "./set-topic.js";
import { skipTopic } from "./skip-topic.js";
import { startTopic } from "./start-topic.js";
import { uncheckTask } from "./uncheck-task.js";

export const everydayOperations = {
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
