import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { forgetUpload } from "./forget-upload";
import { reapJob, reapUploads } from "./reap-uploads";
import { forgetJob } from "./schema";

const Payload = z.object({ clientId: z.string(), uploadId: z.uuid() });

/** The jobs that this noun handles. */
export function uploadJobs(base: () => BaseContext): Jobs {
  return {
    async [forgetJob](payload, { log }) {
      const { clientId, uploadId } = Payload.parse(payload);
      await forgetUpload(jobContext(base(), forgetJob, clientId, log), uploadId);
    },
    async [reapJob](_, { signal, log }) {
      await reapUploads(base(), log, signal);
    },
  };
}

/** Cron lines in UTC. */
export const uploadSchedule = `*/10 * * * * ${reapJob}`;
