// Events: the streams on which open pages learn that the file has changed.

interface FileEvent {
  readonly hash: string;
  /** Why the file cannot be read now; the hash is that of its last readable state. */
  readonly trouble: { readonly code: string; readonly message: string; readonly hint: string } | null;
}

const pingMs = 20_000;
const mostStreams = 16;

interface Stream {
  send(text: string): void;
  end(): void;
}

/** All streams of a server. */
export function eventStreams() {
  const streams = new Set<Stream>();
  const ping = setInterval(() => {
    for (const { send } of streams) send(":ping\n\n");
  }, pingMs).unref();
  return {
    /** The body of a new stream, which begins with the present state; null if there are too many. */
    open(present: FileEvent): ReadableStream<Uint8Array> | null {
      return streams.size < mostStreams ? newStream(streams, present) : null;
    },
    send(event: FileEvent): void {
      for (const { send } of streams) send(eventText(event));
    },
    close(): void {
      clearInterval(ping);
      for (const { end } of streams) end();
      streams.clear();
    },
  };
}

function newStream(streams: Set<Stream>, present: FileEvent): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stream: Stream | undefined;
  return new ReadableStream({
    start(controller) {
      stream = { send: (text) => controller.enqueue(encoder.encode(text)), end: () => controller.close() };
      streams.add(stream);
      stream.send(eventText(present));
    },
    /** The page was closed. */
    cancel() {
      if (stream) streams.delete(stream);
    },
  });
}

function eventText(event: FileEvent): string {
  return `event: changed\nid: ${event.hash}\ndata: ${JSON.stringify(event)}\n\n`;
}
