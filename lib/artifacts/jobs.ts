import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import { enqueue, type Jobs, unlessStopped } from "@/lib/jobs";
import { findPrograms, type MediaPrograms } from "@/lib/media";
import { runtime } from "@/lib/runtime";
import { makeRenditions, orderRenditions, renditionsJob } from "./make-renditions";
import { maxAttempts, processArtifact, processJob } from "./process-artifact";
import { purgeTrash, purgeTrashJob } from "./purge-trash";

const Payload = z.object({ clientId: z.string(), artifactId: z.uuid() });
const RenditionsPayload = Payload.extend({ blobId: z.uuid() });

/** The jobs that this noun handles. */
export function artifactJobs(
  base: () => BaseContext,
  programs: () => Promise<MediaPrograms> = () => findPrograms(runtime().config),
): Jobs {
  return {
    async [purgeTrashJob](_, { signal, log }) {
      await purgeTrash(base(), log, signal);
    },
    async [processJob](payload, { attempt, log, ...run }) {
      const { clientId, artifactId } = Payload.parse(payload);
      const ctx = jobContext(base(), processJob, clientId, log);
      const { signal } = run;
      await unlessStopped(
        run,
        async () =>
          processArtifact(ctx, artifactId, { programs: await programs(), signal, attempt }),
        () => enqueue(ctx, processJob, { clientId, artifactId }, { maxAttempts }),
      );
    },

    async [renditionsJob](payload, { attempt, log, ...run }) {
      const { clientId, artifactId, blobId } = RenditionsPayload.parse(payload);
      const ctx = jobContext(base(), renditionsJob, clientId, log);
      const { signal } = run;
      await unlessStopped(
        run,
        async () =>
          makeRenditions(ctx, artifactId, blobId, { programs: await programs(), signal, attempt }),
        () => orderRenditions(ctx, artifactId, blobId),
      );
    },
  };
}

/** Cron lines in UTC: what runs by the clock. At night, when nobody waits for the disk. */
export const artifactSchedule = `17 3 * * * ${purgeTrashJob}`;
