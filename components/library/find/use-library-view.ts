"use client";

import { useMemo } from "react";
import { changeAddress, useAddress } from "@/components/address/use-address";
import type { ArtifactOrder } from "@/lib/artifacts/schema";
import { clearFilters, type FilterName, type LibraryView, valuesOf, viewOf } from "./library-view";

export interface LibraryViewState extends LibraryView {
  /** undefined takes the filter away. Words replace each other in the history, choices do not. */
  set: (name: FilterName, value: string | undefined) => void;
  /** Adds a value to a filter that takes several, or takes it away. */
  toggle: (name: FilterName, value: string) => void;
  order: (sort: ArtifactOrder) => void;
  clear: () => void;
  /** Favourites, a collection, or all; what else narrows the list stays. */
  choose: (choice: string | "favorites" | undefined) => void;
}

/** Search, filters and order of the library, as its address has them. */
export function useLibraryView(): LibraryViewState {
  const { search } = useAddress();
  return useMemo(() => ({ ...viewOf(search), ...actions }), [search]);
}

const actions = {
  set: (name: FilterName, value: string | undefined) =>
    changeAddress(
      (search) => {
        if (value) search.set(name, value);
        else search.delete(name);
      },
      name === "q" ? "replace" : "push",
    ),
  toggle: (name: FilterName, value: string) =>
    changeAddress((search) => {
      const chosen = valuesOf(viewOf(search.toString()).filter, name);
      const next = chosen.includes(value)
        ? chosen.filter((other) => other !== value)
        : [...chosen, value];
      if (next.length > 0) search.set(name, next.join(","));
      else search.delete(name);
    }, "push"),
  order: (sort: ArtifactOrder) => changeAddress((search) => search.set("sort", sort)),
  clear: () => changeAddress(clearFilters, "push"),
  choose: (choice: string | "favorites" | undefined) =>
    changeAddress((search) => {
      search.delete("collection");
      search.delete("favorite");
      if (choice === "favorites") search.set("favorite", "true");
      else if (choice) search.set("collection", choice);
    }, "push"),
};
