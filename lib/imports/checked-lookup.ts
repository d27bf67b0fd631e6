import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { LinkError } from "./link-error";

export type IsAllowed = (address: string) => boolean;

/**
 * Resolves a name for the very connection that is made, so that another answer a moment later
 * (DNS rebinding) helps nobody. One forbidden address among them refuses the name.
 */
export function checkedLookup(isAllowed: IsAllowed): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error, "");
      if (!addresses.every(({ address }) => isAllowed(address))) {
        return callback(new LinkError("import_address_refused"), "");
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
