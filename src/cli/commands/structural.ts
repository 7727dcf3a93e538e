// Command: the operations that change the structure of the file.

import { structuralOperations } from "../../operations/structural-operations.js";
import type { CommandDeclaration } from "../command.js";
import { operationCommand } from "./operation.js";
import { removeCommand } from "./remove.js";

export function structuralCommand(name: keyof typeof structuralOperations): CommandDeclaration {
  return name === "remove" ? removeCommand : operationCommand(structuralOperations[name]);
}
