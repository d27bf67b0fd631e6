import { expect, test } from "./fake-store";
import { test as shared } from "./fixtures";
import { newMember, newPerson, signIn } from "./members";

test("An administrator sees where files lie, has each place tried, and is told what to paste", async ({
  fake,
  manager,
  client,
}) => {
  await manager.goto(`/c/${client.id}/library`);
  await manager.getByRole("button", { name: /switch brand/ }).click();
  await manager.getByRole("menuitem", { name: "Storage" }).click();
  await expect(manager.getByRole("heading", { name: "Storage", level: 1 })).toBeVisible();
  const bucket = manager.getByRole("group", { name: /S3 bucket s3/ });
  await expect(bucket).toContainText("New files go here");
  await expect(bucket).toContainText("Not checked yet.");
  await bucket.getByRole("button", { name: "Check" }).click();
  await expect(bucket.getByRole("status")).toContainText(/^Works · checked/, { timeout: 20_000 });
  const browser = bucket
    .getByRole("listitem")
    .filter({ hasText: "This browser can send and read" });
  await expect(browser).toContainText("Works");
  const rule = bucket.getByRole("listitem").filter({ hasText: "clears unfinished uploads" });
  await expect(rule).toContainText("Should be changed");
  await expect(rule.getByRole("region", { name: "Paste this to mend it" })).toContainText(
    "put-bucket-lifecycle-configuration --bucket media",
  );
  expect([...fake.bucket("media").objects.keys()]).toEqual([]);

  fake.cors.isAllowed = false;
  await bucket.getByRole("button", { name: "Check" }).click();
  await expect(bucket.getByRole("status")).toContainText("Needs attention", { timeout: 20_000 });
  await expect(browser).toContainText("Does not work");
  await expect(bucket.getByRole("region", { name: "Paste this to mend it" }).first()).toContainText(
    "put-bucket-cors",
  );
  // What was found stays with the store; what this browser found is this page's.
  await manager.reload();
  await expect(bucket.getByRole("status")).toContainText("Needs attention");

  const disk = manager.getByRole("group", { name: /This server's disk/ });
  await disk.getByRole("button", { name: "Check" }).click();
  await expect(disk.getByRole("status")).toContainText(/^Works/, { timeout: 20_000 });
});

shared(
  "Whoever is no administrator sees nothing of the stores",
  async ({ api, baseURL, screenPage: page }) => {
    const person = await newMember(api, "OWNER", newPerson("Olga"));
    await signIn(page, person, "/stores");
    await expect(page.getByText("Only administrators see where files lie.")).toBeVisible();
    for (const [method, path] of [
      ["GET", "/api/v1/stores"],
      ["POST", "/api/v1/stores/local/examinations"],
      ["POST", "/api/v1/stores/local/probes"],
    ] as const) {
      const headers = { origin: new URL(page.url()).origin };
      const answer = await page.request.fetch(`${baseURL}${path}`, { method, headers });
      expect([answer.status(), (await answer.json()).code]).toEqual([403, "forbidden"]);
    }
  },
);
