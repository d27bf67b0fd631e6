import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Line {
  url: string;
  /** Lets so many more bytes of the browser through; answers when they have passed. */
  haltAfter(bytes: number): Promise<void>;
  /** Lets so many bytes of the browser through in a second. */
  slowDown(bytesPerSecond: number): void;
  goOn(): void;
  /** Breaks every connection and lets none through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** The wire between browsers and a server, in the hands of a story. */
export async function openLine(serverUrl: string): Promise<Line> {
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let halted = () => {};
  let isCut = false;
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  /** When the line will have carried what it was given. */
  let freeAt = 0;

  const server = createServer((browser) => {
    if (isCut) return browser.destroy();
    const upstream = connect(Number(new URL(serverUrl).port), "localhost");
    join(browser, upstream);
    join(upstream, browser);
    browser.on("data", (chunk) => {
      left -= chunk.length;
      const isFull = !upstream.write(chunk);
      if (isFull || left <= 0) browser.pause();
      if (left <= 0) halt();
      else if (Number.isFinite(bytesPerSecond)) wait(browser, chunk.length);
    });
    upstream.on("drain", () => left > 0 && Date.now() >= freeAt && browser.resume());
    browser.on("end", () => upstream.end());
    upstream.pipe(browser);
    sockets.add(browser);
  });

  function join(socket: Socket, other: Socket): void {
    socket.on("error", () => {});
    socket.on("close", () => {
      other.destroy();
      sockets.delete(socket);
    });
  }

  function wait(browser: Socket, bytes: number): void {
    freeAt = Math.max(freeAt, Date.now()) + (bytes / bytesPerSecond) * 1000;
    browser.pause();
    setTimeout(() => left > 0 && browser.resume(), freeAt - Date.now());
  }

  function halt(): void {
    for (const socket of sockets) socket.pause();
    halted();
  }

  function goOn(): void {
    left = Number.POSITIVE_INFINITY;
    bytesPerSecond = Number.POSITIVE_INFINITY;
    freeAt = 0;
    for (const socket of sockets) socket.resume();
  }

  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    haltAfter(bytes) {
      left = bytes;
      return new Promise((resolve) => {
        halted = resolve;
      });
    },
    slowDown(rate) {
      bytesPerSecond = rate;
    },
    goOn,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
      goOn();
    },
    mend() {
      isCut = false;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
