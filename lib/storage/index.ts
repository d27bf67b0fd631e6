import type { Driver } from "./driver";

export type * from "./driver";

/** Every backend that placements may name, and the one that new uploads go to. */
export interface Storage {
  current: Driver;
  /** `unavailable` when no such backend is configured. */
  backend(backendId: string): Driver;
}
