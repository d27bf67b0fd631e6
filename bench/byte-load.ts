// Sends prepared requests over raw sockets and throws away what comes, so that the client costs
// as little as Node can: what is measured is the server. Tells bytes and seconds to its parent.
import { connect } from "node:net";

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** Heads of requests, taken in turn; `{n}` of a connection's own. */
  heads: string[];
  /** Bytes sent after each head. */
  bodyBytes: number;
}

process.once("message", async (load: Load) => {
  const endsAt = performance.now() + load.seconds * 1000;
  const startedAt = performance.now();
  let next = 0;
  const headAt = () => load.heads[next++ % load.heads.length] ?? "";
  // Uploads have a URL each: when they are used up the load ends.
  const isOver = () =>
    performance.now() >= endsAt || (load.bodyBytes > 0 && next >= load.heads.length);
  const body = Buffer.alloc(load.bodyBytes, "vitrine");
  const counts = await Promise.all(
    Array.from({ length: load.connections }, () => one(load.port, headAt, body, isOver)),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const requests = counts.reduce((sum, count) => sum + count.requests, 0);
  const bytes = counts.reduce((sum, count) => sum + count.bytes, 0);
  process.send?.({ requests, bytes, seconds });
});

/** Requests one after the other on one connection. */
function one(
  port: number,
  headAt: () => string,
  body: Buffer,
  isOver: () => boolean,
): Promise<{ requests: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    let requests = 0;
    let bytes = 0;
    /** Of the answer's body; undefined while its head is not complete. */
    let missing: number | undefined;
    let head = "";
    const received = Buffer.allocUnsafe(1024 * 1024);
    const socket = connect({
      port,
      host: "127.0.0.1",
      noDelay: true,
      onread: { buffer: received, callback: (count) => onRead(count) },
    });
    const send = () => {
      if (isOver()) {
        socket.destroy();
        resolve({ requests, bytes });
        return;
      }
      missing = undefined;
      head = "";
      socket.write(headAt(), "latin1");
      if (body.length > 0) socket.write(body);
    };
    const onRead = (count: number): boolean => {
      let rest = count;
      if (missing === undefined) {
        head += received.toString("latin1", 0, Math.min(count, 4096));
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return true;
        if (!/^HTTP\/1.1 20[06] /.test(head)) {
          reject(new Error(head));
          return false;
        }
        missing = Number(/content-length: *(\d+)/i.exec(head)?.[1]);
        rest = count - (end + 4);
      }
      missing -= rest;
      bytes += rest;
      if (missing === 0) {
        requests += 1;
        send();
      }
      return true;
    };
    socket.once("connect", send).once("error", reject);
  });
}
