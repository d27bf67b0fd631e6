"use client";

import type { Layout } from "@/components/library/list/layout";
import { SavedViews } from "@/components/saved-views/saved-views";
import { cn } from "@/components/ui/cn";
import type { ArtifactOrder } from "@/lib/artifacts/schema";
import { FilterButton } from "./filter-button";
import { FilterChips } from "./filter-chips";
import { LayoutMenu } from "./layout-menu";
import { countFilters } from "./library-view";
import { SearchField } from "./search-field";
import type { LibraryViewState } from "./use-library-view";

interface FindBarProps {
  view: LibraryViewState;
  busy: boolean;
  layout: Layout;
  sort: ArtifactOrder;
  onSort: (order: ArtifactOrder) => void;
  onLayout: (change: Partial<Layout>) => void;
  /** Something else stands in its place for a while. */
  covered: boolean;
}

export function FindBar(props: FindBarProps) {
  const { view, busy, layout, sort, onSort, onLayout, covered } = props;
  return (
    <div className="mb-4 flex flex-col gap-2">
      <div className={cn("flex flex-wrap items-center gap-2", covered ? "invisible" : "")}>
        <SearchField
          value={view.filter.q ?? ""}
          busy={busy}
          onChange={(words) => view.set("q", words)}
        />
        <FilterButton view={view} />
        <SavedViews shown={{ filter: view.filter, sort }} />
        <LayoutMenu layout={layout} sort={sort} onSort={onSort} onChange={onLayout} />
      </div>
      {countFilters(view.filter) > 0 ? <FilterChips view={view} /> : null}
    </div>
  );
}
