import { spawn } from "node:child_process";

/** Runs a command under one line of progress; its output is shown only when it fails. */
export async function runStep(title, command, args, environment = {}) {
  const begin = Date.now();
  const isTerminal = process.stdout.isTTY;
  if (isTerminal) process.stdout.write(`${title} …`);
  else process.stdout.write(`${title} …\n`);
  const { code, output } = await collect(command, args, environment);
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  const line = `${title} ${code === 0 ? "done" : "failed"} (${seconds} s)`;
  process.stdout.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`);
  if (code === 0) return;
  process.stderr.write(`${output}\n`);
  throw new Error(`${title} failed`);
}

function collect(command, args, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      shell: command.endsWith(".cmd"),
    });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}
