import { Logger } from "graphile-worker";
import type { Log } from "@/lib/log";

/** graphile-worker's own lines, in our log; its chatter about every job only when debugging. */
export function jobLog(log: Log): Logger {
  return new Logger(() => (level, message) => {
    switch (level) {
      case "error":
        return log.error(message);
      case "warning":
        return log.warn(message);
      default:
        return log.debug(message);
    }
  });
}
