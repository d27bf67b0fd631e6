import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { bringHome, bringHomeJob } from "./bring-home";
import { clearCopies, clearCopiesJob } from "./clear-copies";
import { collectBlobs, collectBlobsJob } from "./collect-blobs";
import { dropPlacement, dropPlacementJob } from "./drop-placement";
import { healJob, healPlaces } from "./heal-places";
import { replicateBlobs, replicateJob } from "./replicate-blobs";
import { scrubJob, scrubPlaces } from "./scrub-places";

const DropPayload = z.object({ clientId: z.string(), placementId: z.uuid() });
const Payload = z.object({ clientId: z.string(), blobIds: z.array(z.uuid()) });

/** The jobs that this noun handles. */
export function blobJobs(base: () => BaseContext): Jobs {
  return {
    async [collectBlobsJob](payload, { log }) {
      const { clientId, blobIds } = Payload.parse(payload);
      await collectBlobs(jobContext(base(), collectBlobsJob, clientId, log), blobIds);
    },

    async [dropPlacementJob](payload, { log }) {
      const { clientId, placementId } = DropPayload.parse(payload);
      await dropPlacement(jobContext(base(), dropPlacementJob, clientId, log), placementId);
    },

    async [clearCopiesJob]() {
      await clearCopies(base());
    },
  };
}

/** Those that read and write much; they must not keep what people have uploaded waiting. */
export function careJobs(base: () => BaseContext): Jobs {
  return {
    async [bringHomeJob](_, { signal }) {
      await bringHome(base(), signal);
    },
    async [replicateJob](_, { signal }) {
      await replicateBlobs(base(), signal);
    },
    async [healJob](_, { signal }) {
      await healPlaces(base(), signal);
    },
    async [scrubJob](_, { signal }) {
      await scrubPlaces(base(), signal);
    },
  };
}

/** Cron lines in UTC. */
export const blobSchedule = `25 * * * * ${clearCopiesJob}`;
/** One minute's run that was missed is not made up for: the next one does its work. */
export const careSchedule = [bringHomeJob, replicateJob, healJob, scrubJob]
  .map((name) => `* * * * * ${name} ?max=1&jobKey=${name}&jobKeyMode=preserve_run_at`)
  .join("\n");
