// Operations: the list of all changes a person can request, by their names in JSON.

import { everydayOperations } from "./everyday.js";
import { reshapingOperations } from "./reshaping-list.js";

export const operations = { ...everydayOperations, ...reshapingOperations } as const;

export type OperationName = keyof typeof operations;
