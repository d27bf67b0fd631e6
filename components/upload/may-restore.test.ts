import { expect, test } from "vitest";
import type { Client } from "@/lib/clients/schema";
import { mayRestore } from "./may-restore";

const client = (id: string, role: Client["role"]): Client => ({
  ...{ id, name: id, version: 1, trashDays: 30, role },
});
const clients = [
  ...[client("mine", "OWNER"), client("run", "MANAGER"), client("fed", "UPLOADER")],
  ...[client("seen", "VIEWER"), client("guest", null)],
];

test.each([
  ["mine", true],
  ["run", true],
  ["fed", false],
  ["seen", false],
  ["guest", false],
  ["elsewhere", false],
])("In %s one may restore: %s; an administrator may everywhere", (id, may) => {
  expect(mayRestore({ isAdmin: false, clients }, id)).toBe(may);
  expect(mayRestore({ isAdmin: true, clients }, id)).toBe(true);
});
