// The code comes when it is asked for: most visits upload nothing.
const load = () => import("./upload/kept-uploads");

/** Of a person's clients, those with uploads that were left in this browser. */
export async function clientsWithKeptUploads(userId: string): Promise<string[]> {
  return (await load()).clientsWithKeptUploads(userId);
}

/** Whoever signs out leaves no file of theirs in this browser. */
export async function forgetKeptUploads(userId: string): Promise<void> {
  return (await load()).forgetKeptUploads(userId);
}
