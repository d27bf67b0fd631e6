"use client";

import { useFormatter, useTranslations } from "next-intl";
import { kindOf } from "@/components/library/kind-of";
import { useFormats } from "@/components/library/use-formats";
import type { Artifact, ArtifactDetails } from "@/lib/artifacts/schema";

/** What is known of a file, by its name in `preview.facts`; what is not known is left out. */
export function useFacts(artifact: Artifact, details: ArtifactDetails | undefined) {
  const t = useTranslations("preview.facts");
  const types = useTranslations("library.types");
  const format = useFormatter();
  const { size, resolution, length, moment } = useFormats();
  const { contentType, sizeBytes, width, height, durationMs, createdBy } = artifact;
  const { facts, site } = details ?? {};
  const { frameRate, bitRate, channels, sampleRate, pages, rotation } = facts ?? {};
  const codecs = [...new Set([facts?.codec, facts?.audioCodec])].filter(Boolean);
  const number = (value: number, maximumFractionDigits = 0) =>
    format.number(value, { maximumFractionDigits });

  const rows = [
    ["type", `${types(kindOf(artifact))} (${contentType})`],
    ["size", size(sizeBytes)],
    ["resolution", width && height ? resolution(width, height) : null],
    ["orientation", width && height ? t(`orientations.${orientationOf(width, height)}`) : null],
    ["length", durationMs === null ? null : length(durationMs)],
    ["codec", codecs.length > 0 ? codecs.join(", ") : null],
    ["frameRate", frameRate ? t("perSecond", { rate: number(frameRate, 2) }) : null],
    ["bitRate", bitRate ? t("megabits", { rate: number(bitRate / 1e6, 2) }) : null],
    ["channels", channels ? t("channelCount", { count: channels }) : null],
    ["sampleRate", sampleRate ? t("kilohertz", { rate: number(sampleRate / 1000, 1) }) : null],
    ["rotation", rotation ? `${rotation}°` : null],
    ["pages", pages && pages > 1 ? number(pages) : null],
    ["color", facts?.color ?? null],
    ["site", site?.name ?? null],
    ["uploader", createdBy?.name ?? null],
    ["date", moment(artifact.createdAt)],
    ["changed", artifact.updatedAt === artifact.createdAt ? null : moment(artifact.updatedAt)],
  ] as const;
  return rows.filter((row): row is (typeof rows)[number] & [string, string] => row[1] !== null);
}

function orientationOf(width: number, height: number): "landscape" | "portrait" | "square" {
  if (width === height) return "square";
  return width > height ? "landscape" : "portrait";
}
