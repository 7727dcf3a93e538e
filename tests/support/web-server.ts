// A local web server for one test, and the requests it received.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createRawServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface WebServer {
  readonly origin: string;
  readonly port: number;
  /** `HEAD /path`, in the order received. */
  readonly received: readonly string[];
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface ServerOptions {
  /** With a certificate it uses TLS. */
  readonly key?: Buffer;
  readonly cert?: Buffer;
  /** 127.0.0.1 by default. */
  readonly host?: string;
}

/** The answer for each path: a status, or whatever the function does; 404 elsewhere. */
export async function startWebServer(
  pages: Readonly<Record<string, number | Answer>>,
  { host, ...certificate }: ServerOptions = {},
): Promise<WebServer> {
  const received: string[] = [];
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    received.push(`${request.method} ${path}`);
    const page = pages[path] ?? 404;
    if (typeof page === "number") response.writeHead(page).end();
    else page(request, response);
  };
  const server = certificate.key ? createSecureServer(certificate, listen) : createServer(listen);
  return { ...(await listening(server, host)), received };
}

/** A server whose answers are defined by the function, and may not even be HTTP. */
export async function startRawServer(speak: (socket: Socket) => void): Promise<Omit<WebServer, "received">> {
  return listening(
    createRawServer((socket) => {
      socket.on("error", () => {});
      speak(socket);
    }),
  );
}

async function listening(
  server: ReturnType<typeof createRawServer>,
  host = "127.0.0.1",
): Promise<Omit<WebServer, "received">> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { origin: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`, port: address.port };
}
