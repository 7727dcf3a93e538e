// Operations: the list of all changes a person can ask for, by the name that a line of JSON calls them.

import { everydayOperations } from "./everyday.js";
import { reshapingOperations } from "./reshaping-list.js";

export const operations = { ...everydayOperations, ...reshapingOperations } as const;

export type OperationName = keyof typeof operations;
