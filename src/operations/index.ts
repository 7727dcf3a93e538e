// Operations: the list of all changes a person can request, by their names in JSON.

import { everydayOperations } from "./cell-operations.js";
import { reshapingOperations } from "./structural-operations.js";

export const operations = { ...everydayOperations, ...reshapingOperations } as const;

export type OperationName = keyof typeof operations;
