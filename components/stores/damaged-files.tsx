"use client";

import { lateComponent } from "@/components/ui/late-component";
import type { Store } from "@/lib/stores/schema";

const DamagedList = lateComponent(() => import("./damaged-list").then((m) => m.DamagedList));

/** Which files are lost or damaged in this store; nothing where all are sound. */
export function DamagedFiles({ store: { id, care } }: { store: Store }) {
  const { missing, damaged, healing } = care;
  if (missing + damaged + healing === 0) return null;
  return <DamagedList storeId={id} counts={[missing, damaged, healing]} />;
}
