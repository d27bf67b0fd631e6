import { z } from "zod";
import { maxAttempts } from "@/lib/artifacts";
import { type BaseContext, jobContext } from "@/lib/context";
import { enqueue, type Jobs, unlessStopped } from "@/lib/jobs";
import { findPrograms } from "@/lib/media";
import { runtime } from "@/lib/runtime";
import { cutVideo, cutVideoJob, orderCut } from "./cut-video";
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
    async [processVersionJob](payload, { attempt, log, ...run }) {
      const { clientId, artifactId, ...rest } = Payload.parse(payload);
      const ctx = jobContext(base(), processVersionJob, clientId, log);
      const programs = await findPrograms(runtime().config);
      const { signal } = run;
      await unlessStopped(
        run,
        () => processVersion(ctx, artifactId, { ...rest, programs, signal, attempt }),
        () => enqueue(ctx, processVersionJob, { clientId, artifactId, ...rest }, { maxAttempts }),
      );
    },
    async [cutVideoJob](payload, { log, ...run }) {
      const { clientId, artifactId, number } = Payload.parse(payload);
      const ctx = jobContext(base(), cutVideoJob, clientId, log);
      const programs = await findPrograms(runtime().config);
      await unlessStopped(
        run,
        () => cutVideo(ctx, artifactId, { number, programs, ...run }),
        () => orderCut(ctx, artifactId, number),
      );
    },
  };
}
