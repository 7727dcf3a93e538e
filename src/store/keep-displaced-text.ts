// Another program may write to the old file between the last check and the rename: keeps that text.

import { fstatSync } from "node:fs";
import { basename, join } from "node:path";
import { UserError } from "../model/errors.js";
import type { Change } from "./change.js";
import { systemErrorCode } from "./disk-error.js";
import { makeNonce } from "./lock-record.js";
import { makeTrustedFolder } from "./private-folder.js";
import { readAll } from "./read-all.js";
import { writeNewFile } from "./write-new-file.js";

/** Where the other program's text is kept; undefined if, as nearly always, nothing was written. */
export function keepDisplacedText({ base, lock }: Change, oldDescriptor: number): string | undefined {
  const bytes = readAll(oldDescriptor, fstatSync(oldDescriptor).size);
  if (bytes.equals(base.bytes)) return undefined;
  const ending = `.kept-${makeNonce()}`;
  const beside = `${base.realPath}${ending}`;
  try {
    writeNewFile(beside, bytes, 0o600);
    return beside;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return keepInStateFolder(`roadmap${ending}`, bytes, { shown: base.path, stateFolder: lock.stateFolder });
  }
}

interface Place {
  readonly shown: string;
  readonly stateFolder: string;
}

function keepInStateFolder(name: string, bytes: Buffer, { shown, stateFolder }: Place): string {
  try {
    const path = join(makeTrustedFolder(stateFolder, "kept"), name);
    writeNewFile(path, bytes, 0o600);
    return path;
  } catch (error) {
    if (systemErrorCode(error) === undefined && !(error instanceof UserError)) throw error;
    throw new UserError(
      "OTHER_TEXT_LOST",
      `${shown} is saved, but the text that another program wrote at the same moment could not be kept`,
      `save ${basename(shown)} again in that program, and compare both with \`git diff\``,
    );
  }
}
