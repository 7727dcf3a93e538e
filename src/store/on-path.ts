// On path: whether a program can be started by its name alone.

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Environment } from "./state-folder.js";

export function isOnPath(program: string, { PATH: folders = "" }: Environment): boolean {
  return folders.split(delimiter).some((folder) => {
    try {
      const path = join(folder === "" ? "." : folder, program);
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}
