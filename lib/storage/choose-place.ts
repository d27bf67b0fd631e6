import { type Driver, isServed } from "./driver";

interface Choice {
  /** Of whoever asks. */
  region: string | null | undefined;
  drivers: readonly Driver[];
  regions: ReadonlyMap<string, string | undefined>;
  latencyOf(backendId: string): number | undefined;
}

/**
 * Places that hold the same bytes, the one to ask first at the head: one that answers, in the
 * asker's region, that browsers reach themselves, that answers fastest. A place that is configured
 * no more is left out.
 */
export function choosePlace<P extends { backendId: string; encodings: readonly string[] }>(
  places: readonly P[],
  { region, drivers, regions, latencyOf }: Choice,
): P[] {
  if (places.length === 1) return [...places];
  const ranked = places.flatMap((place) => {
    const driver = drivers.find(({ backendId }) => backendId === place.backendId);
    if (!driver) return [];
    const isThrough = isServed(driver) || driver.isPrivate || place.encodings.length > 0;
    const rank = [
      driver.health?.().state === "down" ? 1 : 0,
      region && regions.get(place.backendId) === region ? 0 : 1,
      isThrough ? 1 : 0,
      latencyOf(place.backendId) ?? 0,
    ];
    return [{ place, rank }];
  });
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ place }) => place);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
