// Events: the server's stream, read with fetch because an EventSource cannot send the token.

import { authorized, unauthorized } from "./request.js";
import { newToken } from "./token.js";

interface Listener {
  /** The file has changed, or can be read again, or no longer. */
  onChange(): void;
  /** The stream has ended or cannot be opened. */
  onLost(why: { readonly isRefused: boolean }): void;
}

const retryMs = 1000;

/** Ends the stream, or the pause before the next attempt. */
let wake = () => {};

/** Connects again: after a request without an answer, or because the user wants it. */
export function reconnect(): void {
  wake();
}

/** Reads events until the page is closed, and connects again when the server is back. */
export async function followEvents(listener: Listener): Promise<never> {
  for (;;) {
    const status = await readStream(listener).catch(() => 0);
    const isRefused = status === unauthorized;
    // Where the server has no stream left, the page asks from time to time.
    if (status >= 400 && !isRefused) listener.onChange();
    else listener.onLost({ isRefused });
    // Asking again with the same token would change nothing.
    await (isRefused ? newToken() : Promise.race([pause(), newToken()]));
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    wake = resolve;
    setTimeout(resolve, retryMs);
  });
}

/** Returns the status of the answer when the stream has ended. */
async function readStream({ onChange }: Listener): Promise<number> {
  const abort = new AbortController();
  wake = () => abort.abort();
  const response = await fetch("/api/events", { headers: authorized(), signal: abort.signal });
  if (!response.ok || !response.body) return response.status;
  // What changed before the stream began is not in it.
  onChange();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return response.status;
    const parts = `${pending}${value}`.split("\n\n");
    pending = parts.pop() ?? "";
    if (parts.some((part) => /^event: changed$/m.test(part))) onChange();
  }
}
