/** Names the schemas of a module that is loaded beside the answer, since zod outweighs most pages. */
export function shapesOf<M>(load: () => Promise<M>) {
  return <K extends keyof M>(name: K) =>
    async (): Promise<M[K]> =>
      (await load())[name];
}
