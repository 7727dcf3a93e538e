// Page data: the state of a roadmap that was read, as `roadmap web` sends it to its page.

import type { Envelope } from "./index.js";

type Sent = Extract<Envelope, { kind: "page" }>;

/** Of a file that could be read at least once. */
export type PageData = Sent & { readonly [Key in "hash" | "today"]: NonNullable<Sent[Key]> };
