"use client";

import { changeAddress, useAddress } from "@/components/address/use-address";

const parameter = "preview";

/** Which file is open stands in the address: a link shows it, and "back" closes it. */
export function usePreview() {
  const { search } = useAddress();
  return {
    id: new URLSearchParams(search).get(parameter),
    open: (id: string) => changeAddress((search) => search.set(parameter, id), "push"),
    // Neighbours replace each other, or "back" would walk through all of them.
    show: (id: string) => changeAddress((search) => search.set(parameter, id)),
    close: () => changeAddress((search) => search.delete(parameter)),
  };
}
