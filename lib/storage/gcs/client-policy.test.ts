import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { createGcsDriver } from "../drivers/gcs";
import { startFakeGcs } from "../fake-gcs";
import { newObjectKey } from "../object-key";
import { clientPolicy } from "./client-policy";

const contentType = "text/plain";

it("an account that is confined to a client's files does all that is done with them", async () => {
  const { apiEndpoint, credentials, key, stop } = await startFakeGcs("media");
  key.confinedTo = "client_001/";
  const driver = createGcsDriver({
    ...{ backendId: "gcs", bucket: "media", apiEndpoint, credentials, projectId: "p" },
    ...{ createsBucket: false, uploadUrlSeconds: 60, timeoutSeconds: 5 },
  });
  await driver.check?.("client_001");
  await expect(driver.check?.("client_002")).rejects.toThrow(/GCS_BUCKET_NAME/);
  const name = newObjectKey("client_001", "originals");
  await expect(driver.head(name)).rejects.toMatchObject({ code: "not_found" });
  await expect(driver.get(name)).rejects.toMatchObject({ code: "not_found" });
  const foreign = newObjectKey("client_002", "originals");
  await expect(driver.head(foreign)).rejects.toMatchObject({ reason: "store_refused" });
  const body = Readable.from(["hello"]);
  await driver.put(name, body, { contentType, sizeBytes: 5, onlyNew: true });
  expect(String(await buffer(await driver.get(name)))).toBe("hello");
  await stop();
});

it("the condition lets the client's names be listed, which are judged by the bucket", () => {
  const command = clientPolicy("media", "client_001");
  const { expression } = JSON.parse(command.slice(command.indexOf("{"), command.indexOf("\nEND")));
  expect(expression).toBe(
    'resource.name.startsWith("projects/_/buckets/media/objects/client_001/") || ' +
      'api.getAttribute("storage.googleapis.com/objectListPrefix", "").startsWith("client_001/")',
  );
});
