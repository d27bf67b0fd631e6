export interface Rgw {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  guest: { accessKeyId: string; secretAccessKey: string };
  stop(): Promise<void>;
}
export function ensureRgw(): boolean;
export function startRgw(options?: {
  store?: "memstore" | "bluestore";
  storeBytes?: number;
  lifecycleDaySeconds?: number;
}): Promise<Rgw>;
export function environmentOf(rgw: Rgw): Record<string, string>;
