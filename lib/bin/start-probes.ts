import type { Runtime } from "@/lib/runtime";
import { isServed, probePlaces } from "@/lib/storage";
import type { Stopper } from "./stop";

/** Only where a file may lie in several places is there anything to choose by what they answer. */
export function startProbes({ storage, config, log }: Runtime, stopper: Stopper): void {
  const { hasFallback, replicaId } = storage.layers;
  const remote = storage.drivers.filter((driver) => driver.health && !isServed(driver));
  if (remote.length < 2 && !hasFallback && replicaId === undefined) return;
  const probes = probePlaces(remote, { clientId: config.CLIENT_ID, log });
  stopper.add("probes of places", () => probes.stop());
}
