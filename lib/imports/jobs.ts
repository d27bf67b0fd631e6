import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import { enqueue, type Jobs, unlessStopped } from "@/lib/jobs";
import { importJob, maxAttempts, runImport } from "./run-import";

const Payload = z.object({ clientId: z.string(), artifactId: z.uuid() });

/** The jobs that this noun handles. */
export function importJobs(base: () => BaseContext): Jobs {
  return {
    async [importJob](payload, { attempt, log, ...run }) {
      const { clientId, artifactId } = Payload.parse(payload);
      const ctx = jobContext(base(), importJob, clientId, log);
      await unlessStopped(
        run,
        () => runImport(ctx, artifactId, { ...run, attempt }),
        () => enqueue(ctx, importJob, { clientId, artifactId }, { maxAttempts }),
      );
    },
  };
}
