import type { ComponentType } from "react";
import { VersionsSection } from "@/components/versions/versions-section";
import type { Artifact } from "@/lib/artifacts/schema";
import { FactsSection } from "./facts-section";
import { HistorySection } from "./history-section";
import { PlacesSection } from "./places-section";

export interface DetailSectionProps {
  clientId: string;
  artifact: Artifact;
}

/** What the panel says of a file, from top to bottom: one more section is one more line. */
export const detailSections: { id: string; Section: ComponentType<DetailSectionProps> }[] = [
  { id: "facts", Section: FactsSection },
  { id: "places", Section: PlacesSection },
  { id: "versions", Section: VersionsSection },
  { id: "history", Section: HistorySection },
];
