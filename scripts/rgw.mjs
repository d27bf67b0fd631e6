// A real S3 server for tests: Ceph's gateway from Debian's packages, in memory, thrown away after.
// node scripts/rgw.mjs: runs one until it is interrupted, and prints what tests want to know.
import { execFile, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cephConf } from "./rgw-conf.mjs";
import { installBySystem, runs } from "./system-packages.mjs";

const run = promisify(execFile);
const daemons = ["ceph-mon", "ceph-osd", "radosgw"];
const gibibyte = 1024 ** 3;

/** False where Ceph is not there and cannot be installed. */
export function ensureRgw() {
  const isThere = () => daemons.every((daemon) => runs(daemon, "--version"));
  return isThere() || (installBySystem("radosgw", "ceph-mon", "ceph-osd") && isThere());
}

/**
 * Starts one and answers when it does. `store`: memstore, or bluestore on the disk for what does
 * not fit into memory. `lifecycleDaySeconds`: how long a day of lifecycle rules lasts.
 */
export async function startRgw({
  store = "memstore",
  storeBytes = 4 * gibibyte,
  lifecycleDaySeconds = -1,
} = {}) {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-rgw-"));
  const conf = join(directory, "ceph.conf");
  const children = [];
  const ports = await freePorts();
  const newKey = () => ({
    accessKeyId: randomBytes(10).toString("hex").toUpperCase(),
    secretAccessKey: randomBytes(20).toString("hex"),
  });
  const [credentials, guest] = [newKey(), newKey()];

  async function stop() {
    for (const child of children.reverse()) await end(child);
    await rm(directory, { recursive: true, force: true });
  }

  function daemon(name, command, ...args) {
    const child = spawn(command, args, {
      stdio: "ignore",
      env: { ...process.env, CEPH_CONF: conf },
    });
    child.once("error", () => {});
    child.title = name;
    children.push(child);
  }
  const tool = (command, ...args) =>
    run(command, args, { timeout: 60_000, env: { ...process.env, CEPH_CONF: conf } });

  try {
    for (const name of ["mon", "osd", "log", "run"]) await mkdir(join(directory, name));
    await writeFile(join(directory, "keyring"), "");
    const fsid = randomUUID();
    const disk = randomUUID();
    const classes = await directoryOfClasses();
    await writeFile(
      conf,
      cephConf({ directory, fsid, ports, store, storeBytes, classes, lifecycleDaySeconds }),
    );
    const map = join(directory, "monmap");
    const monitor = `[v2:127.0.0.1:${ports.monitor}]`;
    await tool("monmaptool", "--create", "--clobber", "--fsid", fsid, "--addv", "a", monitor, map);
    await tool("ceph-mon", "-c", conf, "--mkfs", "-i", "a", "--monmap", map);
    daemon("mon", "ceph-mon", "-c", conf, "-i", "a", "-f");
    await tool("ceph-osd", "-c", conf, "-i", "0", "--mkfs", "--osd-uuid", disk, "--no-mon-config");
    await tool("ceph", "-c", conf, "--connect-timeout", "30", "osd", "new", disk, "0");
    daemon("osd", "ceph-osd", "-c", conf, "-i", "0", "-f");
    const gateway = ["-c", conf, "-n", "client.rgw"];
    for (const [user, { accessKeyId, secretAccessKey }] of [
      ["test", credentials],
      ["guest", guest],
    ]) {
      await tool(
        "radosgw-admin",
        ...gateway,
        ...["user", "create", `--uid=${user}`, `--display-name=${user}`],
        ...[`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`],
      );
    }
    daemon("rgw", "radosgw", ...gateway, "-f");
    await untilListening(ports.gateway, children);
  } catch (error) {
    const log = await readFile(join(directory, "log", "mon.a.log"), "utf8").catch(() => "");
    await stop();
    throw new Error(`Ceph did not start: ${error.message}\n${log.slice(-2000)}`);
  }
  return {
    endpoint: `http://127.0.0.1:${ports.gateway}`,
    region: "us-east-1",
    ...credentials,
    /** May nothing at first: a bucket's policy says what. */
    guest,
    stop,
  };
}

/** What tests read. */
export function environmentOf({ endpoint, accessKeyId, secretAccessKey, guest }) {
  return {
    RGW_ENDPOINT: endpoint,
    RGW_ACCESS_KEY: accessKeyId,
    RGW_SECRET_KEY: secretAccessKey,
    RGW_GUEST_ACCESS_KEY: guest.accessKeyId,
    RGW_GUEST_SECRET_KEY: guest.secretAccessKey,
  };
}

async function directoryOfClasses() {
  const { stdout } = await run("find", ["/usr/lib", "-name", "libcls_rgw.so"]);
  return stdout.split("\n")[0]?.replace(/\/[^/]+$/, "") ?? "";
}

/** A row of them that nobody listens on now. */
async function freePorts() {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const row = Array.from({ length: 8 }, (_, index) => first + index);
    if ((await Promise.all(row.map(isFree))).every(Boolean)) {
      return { gateway: first, monitor: first + 1, first: first + 2, last: first + 7 };
    }
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

async function untilListening(port, children) {
  for (let tries = 0; tries < 600; tries += 1) {
    const dead = children.find((child) => child.exitCode !== null);
    if (dead) throw new Error(`${dead.title} ended with ${dead.exitCode}`);
    if (await connects(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the gateway does not listen");
}

function connects(port) {
  return new Promise((resolve) => {
    const socket = new Socket();
    socket.once("error", () => resolve(false));
    socket.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
  });
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!ensureRgw()) throw new Error("Ceph is not here and could not be installed");
  const rgw = await startRgw();
  for (const [name, value] of Object.entries(environmentOf(rgw))) console.log(`${name}=${value}`);
  const over = async () => {
    await rgw.stop();
    process.exit(0);
  };
  process.once("SIGINT", over);
  process.once("SIGTERM", over);
}
