import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSigned } from "./certificate";

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** What stands before many servers: it speaks TLS, and says by whom and by what name it was asked. */
export async function startProxy(target: string, host: string): Promise<Proxy> {
  const { hostname, port, host: inner } = new URL(target);
  const forward = (incoming: IncomingMessage) =>
    request({
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: {
        ...incoming.headers,
        host: inner,
        "x-forwarded-proto": "https",
        "x-forwarded-host": incoming.headers.host,
        "x-forwarded-for": "203.0.113.7",
      },
    });

  const server = createServer(selfSigned(host), (incoming, outgoing) => {
    const asked = forward(incoming);
    asked.once("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    asked.once("error", () => outgoing.destroy());
    incoming.pipe(asked);
  });
  server.on("upgrade", (incoming: IncomingMessage, socket, head) => {
    const asked = forward(incoming);
    asked.once("upgrade", (answer, inside, early) => {
      const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
      for (let index = 0; index < answer.rawHeaders.length; index += 2)
        lines.push(`${answer.rawHeaders[index]}: ${answer.rawHeaders[index + 1]}`);
      socket.write(`${lines.join("\r\n")}\r\n\r\n`);
      socket.write(early);
      inside.write(head);
      inside.pipe(socket).pipe(inside);
      inside.once("error", () => socket.destroy());
      socket.once("error", () => inside.destroy());
    });
    // An answer instead of an upgrade is a refusal.
    asked.once("response", () => socket.destroy());
    asked.once("error", () => socket.destroy());
    asked.end();
  });

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
