import type { BaseContext } from "@/lib/context";
import { notFound } from "@/lib/errors";
import type { Driver } from "@/lib/storage";

export function findStore({ storage }: BaseContext, id: string): Driver {
  const driver = storage.drivers.find(({ backendId }) => backendId === id);
  if (!driver) throw notFound("store");
  return driver;
}
