/** As public/sw.js names it. */
const cacheName = "vitrine-shared";

/** What the phone's share sheet has given us and nobody has added yet, oldest first. */
export async function sharedFiles(): Promise<File[]> {
  const cache = await openShared();
  const kept = await Promise.all(((await cache?.keys()) ?? []).map((key) => cache?.match(key)));
  return Promise.all(kept.filter((response) => response !== undefined).map(fileOf));
}

export async function forgetSharedFiles(): Promise<void> {
  if ("caches" in window) await caches.delete(cacheName);
}

async function openShared(): Promise<Cache | undefined> {
  // Absent on plain-http addresses, where nothing can be shared either.
  if (!("caches" in window)) return undefined;
  return (await caches.has(cacheName)) ? await caches.open(cacheName) : undefined;
}

async function fileOf(response: Response): Promise<File> {
  const { headers } = response;
  const name = decodeURIComponent(headers.get("x-name") ?? "");
  return new File([await response.blob()], name, {
    type: headers.get("content-type") ?? "",
    lastModified: Number(headers.get("x-modified")),
  });
}
