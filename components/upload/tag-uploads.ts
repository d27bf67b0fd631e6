import { tagArtifacts, type UploadQueue } from "@/lib/sdk";

/** The server takes no more at a time. */
const atOnce = 500;

/** Tags the artifacts of some uploads: those that there are now, and each other as it is made. */
export function tagUploads(
  queue: UploadQueue,
  { clientId, ids, tag, onFailure }: TagUploads,
): void {
  const waiting = new Set(ids);
  const add = (artifactIds: string[]) =>
    tagArtifacts(clientId, { ids: artifactIds, add: [tag] }).catch(onFailure);
  const known = queue.getSnapshot().items.flatMap(({ id, artifactId }) => {
    return artifactId && waiting.delete(id) ? [artifactId] : [];
  });
  for (let from = 0; from < known.length; from += atOnce) {
    void add(known.slice(from, from + atOnce));
  }
  const stop = queue.onEvent((event) => {
    if (event.type === "created" && waiting.delete(event.id)) void add([event.artifactId]);
    if (event.type === "removed") waiting.delete(event.id);
    if (waiting.size === 0) stop();
  });
  if (waiting.size === 0) stop();
}

interface TagUploads {
  clientId: string;
  /** Of uploads. */
  ids: readonly string[];
  tag: string;
  onFailure: () => void;
}
