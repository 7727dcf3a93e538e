// Operation names: the keys of both registries, for code that must not load the operations.

import { cellOperations } from "./cell-operations.js";
import { structuralOperations } from "./structural-operations.js";

// The build replaces this module with its values, because loading operations takes time at every start.

type CellOperationName = keyof typeof cellOperations;
type StructuralOperationName = keyof typeof structuralOperations;

export const cellOperationNames = Object.keys(cellOperations).filter(
  (name): name is CellOperationName => name in cellOperations,
);

export const structuralOperationNames = Object.keys(structuralOperations).filter(
  (name): name is StructuralOperationName => name in structuralOperations,
);
