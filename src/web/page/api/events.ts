// Events: the server's stream, read with fetch because an EventSource cannot send the token.

import { authorized } from "./request.js";

interface Listener {
  /** The file has changed, or can be read again, or no longer. */
  onChange(): void;
  /** Whether the server answers. */
  onConnection(isConnected: boolean): void;
}

const retryMs = 1000;

/** Reads events until the page is closed, and connects again whenever the server is back. */
export async function followEvents(listener: Listener): Promise<never> {
  for (;;) {
    await readStream(listener).catch(() => {});
    listener.onConnection(false);
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

async function readStream({ onChange, onConnection }: Listener): Promise<void> {
  const response = await fetch("/api/events", { headers: authorized() });
  if (!response.ok || !response.body) return;
  onConnection(true);
  // What changed before the stream began is not in it.
  onChange();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = `${pending}${value}`.split("\n\n");
    pending = parts.pop() ?? "";
    if (parts.some((part) => /^event: changed$/m.test(part))) onChange();
  }
}
