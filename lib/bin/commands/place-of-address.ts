import type { StoreLocation } from "@/lib/config";
import { bucketFor } from "@/lib/storage";

interface Place {
  backendId: string;
  clientId: string;
  /** `<clientId>/` and what follows. */
  prefix: string;
}

const schemes: Record<string, StoreLocation["kind"]> = { s3: "s3", gs: "gcs" };

/**
 * `s3://bucket/client_001/…` of a configured bucket, or `place:client_001/…` of any place. Throws a
 * sentence that says what to set. `client`: must agree with the address; alone it says whose files
 * they are where each client has a bucket.
 */
export function placeOfAddress(
  stores: readonly StoreLocation[],
  address: string,
  client: string | undefined,
): Place {
  const { location, path } = parse(stores, address, client);
  const isWhole = path === "" && bucketOf(location)?.includes("{client}") === true;
  const clientId = isWhole ? client : clientIn(path);
  if (!clientId) {
    throw new Error(
      `The address must say whose files they are: ${address.replace(/\/*$/, "")}/client_001/`,
    );
  }
  if (client !== undefined && client !== clientId) {
    throw new Error(`The address leads to the files of ${clientId}, not of ${client}.`);
  }
  const prefix = isWhole || path === clientId ? `${clientId}/` : path;
  return { backendId: location.id, clientId, prefix };
}

function clientIn(path: string): string | undefined {
  return /^([a-z0-9][a-z0-9_-]{0,62})(?:\/|$)/.exec(path)?.[1];
}

function parse(
  stores: readonly StoreLocation[],
  address: string,
  client: string | undefined,
): { location: StoreLocation; path: string } {
  const bucket = /^([a-z0-9]+):\/\/([^/]+)\/?(.*)$/.exec(address);
  if (bucket) {
    const [, scheme = "", name = "", path = ""] = bucket;
    const kind = schemes[scheme];
    const clientId = clientIn(path) ?? client ?? "";
    const location = stores.find((store) => {
      const template = bucketOf(store);
      return store.kind === kind && template && bucketFor(template, clientId) === name;
    });
    if (location) return { location, path };
    throw new Error(
      `No place here is ${scheme}://${name}: set it up first, as the bucket or by STORAGE_LOCATIONS` +
        (client ? "." : ". Where each client has a bucket, say whose it is with --client."),
    );
  }
  const [, id = "", path = ""] = /^([a-z][a-z0-9-]*):(.*)$/.exec(address) ?? [];
  const location = stores.find((store) => store.id === id);
  if (location) return { location, path };
  const known = stores.map((store) => store.id).join(", ");
  throw new Error(
    `${address} is no address of a place here: s3://bucket/client_001/, or one of ${known} and a colon before client_001/.`,
  );
}

/** Its name, or what the names of all are made of. */
function bucketOf(store: StoreLocation): string | undefined {
  return store.kind === "local" ? undefined : store.bucket;
}
