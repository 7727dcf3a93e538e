// Operations: the list of all changes a person can request, by their names in JSON.

import { cellOperations } from "./cell-operations.js";
import { structuralOperations } from "./structural-operations.js";

export const operations = { ...cellOperations, ...structuralOperations } as const;

export type OperationName = keyof typeof operations;
