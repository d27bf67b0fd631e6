import { Client } from "pg";
import type { Row } from "./row";
import { type Seeded, startSeeded } from "./seeded-server";

const sizes = [10_000, 100_000, 1_000_000];
const rounds = 25;
const pageSize = 48;

/** What people ask of a library, as the query part of its address. */
const questions: Record<string, Record<string, string>[]> = {
  list: [{}, { sort: "name" }, { sort: "largest" }, { sort: "longest" }, { sort: "oldest" }],
  search: [
    // A word as it is typed, then what is rare, what is nowhere, and words together.
    ...["c", "co", "cof", "coffee", "咖", "咖啡", "coffee sale", "夏季 奶茶 促销"],
    ...["harvest sushi wall", "1234", "zzzz"],
  ].map((q) => ({ q })),
  filter: [
    { kind: "image" },
    { kind: "image,audio", sort: "name" },
    { orientation: "portrait", length: "under_15s" },
    { tag: "promo" },
    { tag: "rare" },
    { status: "failed" },
    { status: "processing" },
    { kind: "audio", q: "tea" },
    { tag: "promo", q: "新品", sort: "largest" },
  ],
};

/** Lists, searches and filters of libraries of three sizes, in turn, through the real server. */
export async function benchLibrary(): Promise<Row[]> {
  const server = await startSeeded(0);
  try {
    for (const size of sizes) await seedLibrary(server, size);
    const rows: Row[] = [];
    for (const [name, queries] of Object.entries(questions)) {
      const times = await ask(server, queries);
      for (const [label, part] of [
        ["p50", 0.5],
        ["p95", 0.95],
      ] as const) {
        const [small = 0, middle = 0, large = 0] = times.map((list) => quantile(list, part));
        const yardstick = { name: "10,000", value: small };
        const row = (size: string, value: number) => ({
          name: `${name} in ${size}, ${label}`,
          ...{ value, unit: "ms", yardstick, ratio: small / value },
        });
        rows.push(row("100,000", middle), { ...row("1,000,000", large), aim: "≥ 0.77 (1.3 ×)" });
      }
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** Milliseconds of each answer, per size. */
async function ask(server: Seeded, queries: Record<string, string>[]): Promise<number[][]> {
  const times: number[][] = sizes.map(() => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const query of queries) {
      for (const [index, size] of sizes.entries()) {
        const search = new URLSearchParams({ ...query, limit: String(pageSize) });
        const begin = performance.now();
        const response = await fetch(`${server.url}/api/v1/artifacts?${search}`, {
          headers: { ...server.headers, "x-client-id": clientOf(size) },
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${search}: ${text}`);
        // The first rounds warm what is read.
        if (round >= 0) times[index]?.push(performance.now() - begin);
      }
    }
  }
  return times;
}

function quantile(list: number[], part: number): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length * part)] ?? 0;
}

function clientOf(size: number): string {
  return `library_${size}`;
}

const seasons = ["Summer", "Winter", "Spring", "Autumn", "New Year", "春节", "夏季", "Harvest"];
const goods = ["coffee", "tea", "咖啡", "奶茶", "burger", "noodles", "shoes", "sushi", "牛肉面"];
const purposes = ["sale", "offer", "menu", "loop", "teaser", "opening", "wall", "促销", "新品"];

async function seedLibrary({ databaseUrl, userId }: Seeded, size: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  // Ended by the server when the seeding fails and all is stopped.
  client.on("error", () => {});
  const clientId = clientOf(size);
  await client.query("insert into clients (id, name) values ($1, $1)", [clientId]);
  await client.query(
    "insert into memberships (client_id, user_id, role) values ($1, $2, 'OWNER')",
    [clientId, userId],
  );
  const pick = (list: string) => `(${list})[1 + floor(random() * array_length(${list}, 1))::int]`;
  await client.query(
    `insert into artifacts (client_id, id, name, type, status, content_type, size_bytes,
       created_by_id, tags, duration_ms, width, height)
     select $1, uuidv7(), concat_ws(' ', ${pick("$3::text[]")}, ${pick("$4::text[]")},
         ${pick("$5::text[]")}, n) || '.mp4',
       (array['VIDEO', 'VIDEO', 'VIDEO', 'IMAGE', 'AUDIO'])[1 + n % 5]::"ArtifactType",
       case when n % 997 = 0 then 'FAILED' else 'AVAILABLE' end::"ArtifactStatus",
       'video/mp4', (random() * 1e8)::bigint, $2::uuid,
       case when n % 20 = 0 then array['promo'] when n % 3001 = 0 then array['rare'] else '{}' end,
       (random() * 90000)::int, 1920, case when n % 6 = 0 then 3000 else 1080 end
     from generate_series(1, $6::int) n`,
    [clientId, userId, seasons, goods, purposes, size],
  );
  await client.query("vacuum analyze");
  await client.end();
}
