import type {
  ArtifactScreens,
  ArtifactUsage,
  Manifest,
  PairingStatus,
  PairScreen,
  Screen,
  UpdateScreen,
} from "@/lib/screens/schema";
import { parsed, request, send } from "./request";
import { shapesOf } from "./shapes";

const screenShape = shapesOf(() => import("@/lib/screens/schema"));

export async function listScreens(clientId: string, signal?: AbortSignal): Promise<Screen[]> {
  const { items } = await request("GET", "/api/v1/screens", screenShape("ScreenList"), {
    clientId,
    signal,
  });
  return items;
}

/** Where artifacts are used, at most 500 of them. */
export function listUsage(
  clientId: string,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ArtifactUsage> {
  const body = { ids };
  return request("POST", "/api/v1/artifacts/usage", screenShape("ArtifactUsage"), {
    ...{ clientId, body, signal },
  });
}

/** Where an artifact plays. */
export function listArtifactScreens(
  clientId: string,
  artifactId: string,
  signal?: AbortSignal,
): Promise<ArtifactScreens> {
  const path = `/api/v1/artifacts/${artifactId}/screens`;
  return request("GET", path, screenShape("ArtifactScreens"), { clientId, signal });
}

export function pairScreen(clientId: string, body: PairScreen): Promise<Screen> {
  return request("POST", "/api/v1/screens/pair", screenShape("Screen"), { clientId, body });
}

export function updateScreen(clientId: string, id: string, body: UpdateScreen): Promise<Screen> {
  return request("PATCH", `/api/v1/screens/${id}`, screenShape("Screen"), { clientId, body });
}

export async function removeScreen(clientId: string, id: string): Promise<void> {
  await send("DELETE", `/api/v1/screens/${id}`, { clientId });
}

/** What a screen keeps of its code. The clock of a television is often wrong, so no dates. */
export interface Pairing {
  id: string;
  code: string;
  secret: string;
  expiresInMs: number;
}

export async function createPairing(signal?: AbortSignal): Promise<Pairing> {
  const [response, shape] = await Promise.all([
    send("POST", "/api/v1/pairings", { signal }),
    screenShape("CreatedPairing")(),
  ]);
  const { id, code, secret, expiresAt } = await parsed(response, shape);
  return { id, code, secret, expiresInMs: msUntil(expiresAt, response) };
}

export function getPairing(
  { id, secret }: Pick<Pairing, "id" | "secret">,
  signal?: AbortSignal,
): Promise<PairingStatus> {
  return request("GET", `/api/v1/pairings/${id}`, screenShape("PairingStatus"), {
    bearer: secret,
    signal,
  });
}

export interface FetchedManifest {
  manifest: Manifest;
  etag: string | null;
  urlsExpireInMs: number;
}

interface AskedManifest {
  /** Of the manifest at hand. */
  etag?: string | null;
  /** The revision that was pushed: this server process may not have heard of it yet. */
  revision?: string | undefined;
}

/** undefined: still the one with this etag. */
export async function getManifest(
  token: string,
  { etag, revision }: AskedManifest = {},
  signal?: AbortSignal,
): Promise<FetchedManifest | undefined> {
  const response = await send("GET", "/api/v1/screen/manifest", {
    bearer: token,
    query: { revision },
    ...(etag ? { headers: { "if-none-match": etag } } : {}),
    signal,
  });
  if (response.status === 304) return undefined;
  const shape = await screenShape("Manifest")();
  const manifest = await parsed(response, shape);
  return {
    manifest,
    etag: response.headers.get("etag"),
    urlsExpireInMs: msUntil(manifest.urlsExpireAt, response),
  };
}

function msUntil(instant: string, response: Response): number {
  const now = Date.parse(response.headers.get("date") ?? "") || Date.now();
  return Date.parse(instant) - now;
}
