// Past: the roadmap as it was at a revision, which can only be looked at.

import { computed, effect, signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { type Data, get, isError, isGone } from "../api/request.js";
import { report } from "./result.js";
import { hrefOf, route } from "./route.js";

const read = signal<{ readonly at: string; readonly data: PageData } | null>(null);

/** Null for the working file, and until the revision is read. */
export const past = computed(() => (read.value?.at === route.value.at ? (read.value?.data ?? null) : null));

effect(() => {
  const { at } = route.value;
  if (at !== null && at !== read.peek()?.at) void readAt(at);
});

async function readAt(at: string): Promise<void> {
  const answer = await get<"page">(`roadmap?at=${encodeURIComponent(at)}`);
  if (at !== route.value.at || isGone(answer)) return;
  if (isError(answer)) {
    report("refused", answer.message, answer.hint);
    location.hash = hrefOf(route.value.view, null, null);
  } else if (wasRead(answer)) read.value = { at, data: answer };
}

function wasRead(data: Data<"page">): data is PageData {
  return data.hash !== null && data.today !== null;
}
