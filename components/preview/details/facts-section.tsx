"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ArtifactStatusBadge } from "@/components/library/artifact-status";
import { CopyButton } from "@/components/preview/copy-button";
import { artifactDetails } from "@/components/preview/preview-queries";
import { TagChips } from "@/components/tags/tag-chips";
import type { DetailSectionProps } from "./detail-sections";
import { useFacts } from "./use-facts";

export function FactsSection({ clientId, artifact }: DetailSectionProps) {
  const t = useTranslations("preview.facts");
  const { data: details } = useQuery(artifactDetails(clientId, artifact.id));
  const facts = useFacts(artifact, details);
  const { tags, sha256 } = artifact;

  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm">
      <Fact name={t("status")}>
        <ArtifactStatusBadge artifact={artifact} />
      </Fact>
      {facts.map(([name, value]) => (
        <Fact key={name} name={t(name)}>
          {value}
        </Fact>
      ))}
      {tags.length > 0 ? (
        <Fact name={t("tags")} wide>
          <TagChips tags={tags} />
        </Fact>
      ) : null}
      {sha256 ? (
        <Fact name="SHA-256" wide>
          <span className="flex items-center gap-1">
            <code className="min-w-0 flex-1 font-mono text-xs leading-5 break-all">{sha256}</code>
            <CopyButton text={sha256} label={t("copySha")} />
          </span>
        </Fact>
      ) : null}
    </dl>
  );
}

interface FactProps {
  name: string;
  wide?: boolean;
  children: React.ReactNode;
}

function Fact({ name, wide, children }: FactProps) {
  return (
    <div className={wide ? "col-span-2 min-w-0" : "min-w-0"}>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="mt-0.5 text-ink">{children}</dd>
    </div>
  );
}
