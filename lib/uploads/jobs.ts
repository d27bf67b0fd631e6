import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { forgetUpload } from "./forget-upload";
import { handleOf } from "./get-upload-row";
import { reapJob, reapUploads } from "./reap-uploads";
import { forgetJob, forgetStagingJob } from "./schema";

const Payload = z.object({ clientId: z.string(), uploadId: z.uuid() });

const StagingPayload = z.object({
  clientId: z.string(),
  backendId: z.string(),
  encodings: z.array(z.string()),
  stagingKey: z.string(),
  sizeBytes: z.string(),
  contentType: z.string(),
  partSizeBytes: z.number().nullable(),
  storeUploadId: z.string().nullable(),
});

/** The jobs that this noun handles. */
export function uploadJobs(base: () => BaseContext): Jobs {
  return {
    async [forgetJob](payload, { log }) {
      const { clientId, uploadId } = Payload.parse(payload);
      await forgetUpload(jobContext(base(), forgetJob, clientId, log), uploadId);
    },
    async [forgetStagingJob](payload) {
      const left = StagingPayload.parse(payload);
      const upload = handleOf({ ...left, expiresAt: new Date() });
      await base().storage.at(left).abortUpload(upload);
    },
    async [reapJob](_, { signal, log }) {
      await reapUploads(base(), log, signal);
    },
  };
}

/** Cron lines in UTC. */
export const uploadSchedule = `*/10 * * * * ${reapJob}`;
