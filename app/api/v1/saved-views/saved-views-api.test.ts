import { expect, it } from "vitest";
import { SavedView, SavedViewList } from "@/lib/saved-views/schema";
import { request, testClient } from "@/lib/testing";
import { DELETE, PATCH } from "./[id]/route";
import { GET, POST } from "./route";

const films = { name: "Films", query: "kind=video", isShared: false };

it("takes a view from its first name to its end", async () => {
  const { cookie, clientId, userId } = await testClient();
  const as = { cookie, clientId };
  const made = await request(POST, { ...as, method: "POST", body: films });
  expect(made.status).toBe(201);
  const view = SavedView.parse(await made.json());
  expect(view).toMatchObject({ ...films, owner: { id: userId } });
  const at = { ...as, params: { id: view.id } };
  const body = { name: "Tall films", query: "kind=video&orientation=portrait" };
  expect((await request(PATCH, { ...at, method: "PATCH", body })).status).toBe(200);
  const { items } = SavedViewList.parse(await (await request(GET, as)).json());
  expect(items).toEqual([{ ...view, ...body }]);
  expect((await request(DELETE, { ...at, method: "DELETE" })).status).toBe(204);
  expect((await request(DELETE, { ...at, method: "DELETE" })).status).toBe(404);
});

it("knows nobody without a session, and says which part of the input is wrong", async () => {
  const { cookie, clientId } = await testClient();
  expect((await request(GET, { clientId })).status).toBe(401);
  const body = { ...films, query: "page=2" };
  const refused = await request(POST, { cookie, clientId, method: "POST", body });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code: "invalid", errors: [{ path: "query" }] });
});
