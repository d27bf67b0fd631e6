/** A page and the server it came from are of one build; pages of an older one reload. */
const trusts = typeof document !== "undefined";

/**
 * Names the schemas of a module that is loaded beside the answer. A page takes its server's answers
 * as they are: zod weighs as much as half of its own script.
 */
export function shapesOf<M>(load: () => Promise<M>) {
  return <K extends keyof M>(name: K) =>
    async (): Promise<M[K] | undefined> =>
      trusts ? undefined : (await load())[name];
}
