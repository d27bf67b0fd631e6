import { z } from "zod";
import { type BaseContext, jobContext } from "@/lib/context";
import type { Jobs } from "@/lib/jobs";
import { collectBlobs, collectBlobsJob } from "./collect-blobs";
import { dropPlacement, dropPlacementJob } from "./drop-placement";

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
  };
}
