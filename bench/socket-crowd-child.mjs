// A crowd of WebSocket clients in a process of its own, so that the server's figures are its own.
// Told to open, it says how many milliseconds (of the machine's clock) each heard the next message.
import { WebSocket } from "ws";

const openedAtOnce = 50;
const sockets = [];
let heardAt = [];

function report(type, detail) {
  process.send({ type, ...detail });
}

function open(url, hello) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    let isReady = false;
    socket.once("error", reject);
    socket.once("open", () => (hello ? socket.send(hello.text) : ready()));
    const ready = () => {
      isReady = true;
      resolve();
    };
    socket.on("message", (data) => {
      if (isReady) return heard();
      // A welcome comes first, then what the screen should play.
      if (hello && data.includes(hello.until)) ready();
    });
    sockets.push(socket);
  });
}

function heard() {
  heardAt.push(Number(process.hrtime.bigint()) / 1e6);
  if (heardAt.length === sockets.length) report("told", { heardAt });
}

async function openAll({ url, count, hellos }) {
  const waiting = Array.from({ length: count }, (_, n) => hellos?.[n]).values();
  const work = async () => {
    for (const hello of waiting) await open(url, hello);
  };
  await Promise.all(Array.from({ length: openedAtOnce }, work));
  report("open", {});
}

process.on("message", (message) => {
  if (message.type === "open")
    openAll(message).catch((error) => report("failed", { text: String(error) }));
  if (message.type === "listen") {
    heardAt = [];
    report("listening", {});
  }
});
process.on("disconnect", () => process.exit(0));
