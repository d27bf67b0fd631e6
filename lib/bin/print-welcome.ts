import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import { needsSetup, setupToken } from "@/lib/auth";
import type { Runtime } from "@/lib/runtime";

/** Where to go now, for whoever started the server. */
export async function printWelcome({ config, secrets }: Runtime, port: number): Promise<void> {
  const everywhere = ["0.0.0.0", "::"].includes(config.HOST);
  const host = isIPv6(config.HOST) ? `[${config.HOST}]` : config.HOST;
  const here = `http://${everywhere ? "localhost" : host}:${port}`;
  const lines = ["", `  Vitrine is ready   ${config.PUBLIC_URL ?? here}`];
  if (config.PUBLIC_URL) lines.push(`  On this machine    ${here}`);
  if (everywhere) {
    for (const address of lanAddresses())
      lines.push(`  In this network    http://${address}:${port}`);
  }
  if (await needsSetup()) {
    const link = `${config.PUBLIC_URL?.replace(/\/$/, "") ?? here}/setup?token=${setupToken(secrets)}`;
    lines.push(
      "",
      "  Nobody is here yet. Make the first administrator with this link:",
      `  ${link}`,
    );
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
