import { type Logger, pino } from "pino";

export type Log = Logger;

/** JSON lines on stdout. Secrets and signed URLs are cut out wherever a log object carries them. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["*.password", "*.token", "*.secret", "*.authorization", "*.cookie", "*.url", "url"],
      censor: "[redacted]",
    },
  });
}
