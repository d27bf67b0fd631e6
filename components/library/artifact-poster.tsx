"use client";

import { AudioLines, CircleAlert, File as FileIcon, Film, Image as ImageIcon } from "lucide-react";
import { useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact } from "@/lib/artifacts/schema";
import { isStalled } from "./is-stalled";
import { type Kind, kindOf } from "./kind-of";
import { MediaImage } from "./media-image";

const icons = { video: Film, image: ImageIcon, audio: AudioLines, file: FileIcon } as const;

/** Pictures small enough to stand for themselves where no poster could be made. */
const ownPictureBytes = 3_000_000;

/** Portrait or wide, the whole picture shows; its own blurred copy fills the rest. */
interface ArtifactPosterProps {
  artifact: Artifact;
  /** Among the first that are seen: it does not wait for scripts. */
  eager?: boolean;
}

export function ArtifactPoster({ artifact, eager = false }: ArtifactPosterProps) {
  const src = pictureOf(artifact);
  const [broken, setBroken] = useState<string>();
  if (!src || broken === src) return <Placeholder artifact={artifact} kind={kindOf(artifact)} />;
  return (
    <>
      {fills(artifact) ? null : (
        <MediaImage
          src={src}
          alt=""
          loading="lazy"
          className="absolute inset-0 size-full scale-110 object-cover opacity-60 blur-xl"
        />
      )}
      <MediaImage
        src={src}
        alt=""
        {...(eager ? { fetchPriority: "high", decoding: "sync" } : { loading: "lazy" })}
        onError={() => setBroken(src)}
        // What came to nothing before our scripts were there tells nobody any more.
        ref={(image) => {
          if (image?.complete && image.naturalWidth === 0) setBroken(src);
        }}
        className="absolute inset-0 size-full object-contain"
      />
    </>
  );
}

/** Whether the picture has the shape of its place. */
function fills({ width, height }: Artifact): boolean {
  return Boolean(width && height && Math.abs(width / height - 16 / 9) < 0.02);
}

function Placeholder({ artifact, kind }: { artifact: Artifact; kind: Kind }) {
  const { status } = artifact;
  const Icon = status === "FAILED" ? CircleAlert : icons[kind];
  const busy = (status === "UPLOADING" && !isStalled(artifact)) || status === "PROCESSING";
  return (
    <span className="absolute inset-0 grid place-items-center text-muted">
      {busy ? (
        <Spinner className="size-7!" />
      ) : (
        <Icon aria-hidden className="size-9" strokeWidth={1.5} />
      )}
    </span>
  );
}

function pictureOf({
  posterUrl,
  mediaUrl,
  contentType,
  sizeBytes,
  status,
}: Artifact): string | null {
  if (posterUrl) return posterUrl;
  // What is broken shows a broken picture.
  if (status === "FAILED") return null;
  const own = contentType.startsWith("image/") && sizeBytes <= ownPictureBytes;
  return own ? mediaUrl : null;
}
