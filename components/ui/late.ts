/** A module that is loaded when it is first wanted, and kept. */
export interface Late<M> {
  /** Undefined until it has come. */
  readonly loaded: M | undefined;
  /** Rejects where there is no connection; the next call tries again. */
  load: () => Promise<M>;
}

export function late<M>(fetch: () => Promise<M>): Late<M> {
  let loaded: M | undefined;
  let loading: Promise<M> | undefined;
  return {
    get loaded() {
      return loaded;
    },
    load() {
      loading ??= fetch().then(
        (module) => {
          loaded = module;
          return module;
        },
        (error) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}
