import type { BaseContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { foldJob, foldUsage } from "./fold-usage";

/** The jobs that this noun handles. */
export function quotaJobs(base: () => BaseContext): Jobs {
  return {
    async [foldJob](_, { signal }) {
      await foldUsage(base(), signal);
    },
  };
}

/** Cron lines in UTC. */
export const quotaSchedule = `* * * * * ${foldJob}`;
