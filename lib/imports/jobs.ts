import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import { enqueue, type Jobs } from "@/lib/jobs";
import { importJob, maxAttempts, runImport } from "./run-import";

const Payload = z.object({ clientId: z.string(), artifactId: z.uuid() });

/** The jobs that this noun handles. */
export function importJobs(base: () => BaseContext): Jobs {
  return {
    async [importJob](payload, { isLastAttempt, signal, log }) {
      const { clientId, artifactId } = Payload.parse(payload);
      const ctx = jobContext(base(), importJob, clientId, log);
      try {
        await runImport(ctx, artifactId, { signal, isLastAttempt });
      } catch (error) {
        if (!(isLastAttempt && signal.aborted)) throw error;
        // Stopped with the process, which is nobody's fault: the next process begins anew.
        await enqueue(ctx, importJob, { clientId, artifactId }, { maxAttempts });
      }
    },
  };
}
