// Events: the streams on which open pages learn that the file has changed.

import type { Session, SessionState } from "../../app/session.js";

const pingMs = 20_000;
const mostStreams = 16;

/** The streams of a server. */
export interface Streams {
  /** The body of a new stream, which begins with the present state; null if there are too many. */
  open(): ReadableStream<Uint8Array> | null;
  /** Ends all. */
  close(): void;
}

export function streamsOf(session: Session): Streams {
  const ends = new Set<() => void>();
  const open = () => {
    const encoder = new TextEncoder();
    let forget = () => {};
    return new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        const ping = setInterval(() => send(":ping\n\n"), pingMs);
        const end = () => {
          forget();
          controller.close();
        };
        const unwatch = session.watch({ onChange: (state) => send(eventText(state)), onError: end });
        forget = () => {
          clearInterval(ping);
          unwatch();
          ends.delete(end);
        };
        ends.add(end);
      },
      /** The page was closed. */
      cancel: () => forget(),
    });
  };
  return {
    open: () => (ends.size < mostStreams ? open() : null),
    close() {
      for (const end of ends) end();
    },
  };
}

function eventText({ opened, trouble }: SessionState): string {
  const hash = opened?.file.hash ?? null;
  const data = { hash, trouble: trouble && { code: trouble.code, message: trouble.message, hint: trouble.hint } };
  return `event: changed\nid: ${hash ?? ""}\ndata: ${JSON.stringify(data)}\n\n`;
}
