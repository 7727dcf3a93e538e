// JSON line: prints an envelope, with the version of its schema.

import { jsonText } from "../text/visible.js";
import type { Envelope } from "./envelopes/index.js";

export function jsonLine(data: Envelope): string {
  return `${jsonText({ schemaVersion: 1, ...data })}\n`;
}
