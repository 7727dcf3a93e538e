// Command: the operations that change the structure of the file.

import { reshapingOperations } from "../../operations/structural-operations.js";
import type { CommandDeclaration } from "../command.js";
import { operationCommand } from "./operation.js";

export function reshapingCommand(name: keyof typeof reshapingOperations): CommandDeclaration {
  return operationCommand(reshapingOperations[name]);
}
