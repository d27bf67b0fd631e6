import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { findPrograms } from "@/lib/media";
import { runtime } from "@/lib/runtime";
import { cutVideo, cutVideoJob } from "./cut-video";
import { processVersion, processVersionJob } from "./process-version";

const Payload = z.object({
  clientId: z.string(),
  artifactId: z.uuid(),
  number: z.int(),
  claimedSha256: z.string().nullable().default(null),
});

/** The jobs that this noun handles. */
export function versionJobs(base: () => BaseContext): Jobs {
  return {
    async [processVersionJob](payload, { attempt, signal, log }) {
      const { clientId, artifactId, number, claimedSha256 } = Payload.parse(payload);
      const programs = await findPrograms(runtime().config);
      await processVersion(jobContext(base(), processVersionJob, clientId, log), artifactId, {
        ...{ number, claimedSha256, programs, signal, attempt },
      });
    },
    async [cutVideoJob](payload, { signal, isLastAttempt, log }) {
      const { clientId, artifactId, number } = Payload.parse(payload);
      const programs = await findPrograms(runtime().config);
      await cutVideo(jobContext(base(), cutVideoJob, clientId, log), artifactId, {
        ...{ number, programs, signal, isLastAttempt },
      });
    },
  };
}
