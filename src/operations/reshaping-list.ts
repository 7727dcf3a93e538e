// Reshaping list: the operations that change what there is.

import { addTopic } from "./add-topic.js";

export const reshapingOperations = {
  "add-topic": addTopic,
} as const;
