import { z } from "zod";
import type { BaseContext } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import type { Jobs } from "@/lib/jobs";
import { closeProbeJob, deleteProbe } from "./close-probe";

const Payload = z.object({ storeId: z.string(), clientId: z.string(), probeId: z.uuid() });

/** The jobs that this noun handles. */
export function storeJobs(base: () => BaseContext): Jobs {
  return {
    async [closeProbeJob](payload) {
      await deleteProbe(base(), Payload.parse(payload)).catch((error) => {
        // The store is configured no more.
        if (!isAppError(error) || error.code !== "not_found") throw error;
      });
    },
  };
}
