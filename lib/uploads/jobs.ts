import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { forgetJob, forgetUpload } from "./forget-upload";

const Payload = z.object({ clientId: z.string(), uploadId: z.uuid() });

/** The jobs that this noun handles. */
export function uploadJobs(base: () => BaseContext): Jobs {
  return {
    async [forgetJob](payload, { log }) {
      const { clientId, uploadId } = Payload.parse(payload);
      await forgetUpload(jobContext(base(), forgetJob, clientId, log), uploadId);
    },
  };
}
