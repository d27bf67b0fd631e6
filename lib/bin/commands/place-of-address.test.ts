import { describe, expect, it } from "vitest";
import { parseConfig } from "@/lib/config";
import { placeOfAddress } from "./place-of-address";

const { stores } = parseConfig({
  ...{ S3_BUCKET_NAME: "media", STORAGE_LOCATIONS: "old,each", STORAGE_OLD_TYPE: "s3" },
  ...{ STORAGE_OLD_S3_BUCKET_NAME: "attic", STORAGE_EACH_TYPE: "s3" },
  STORAGE_EACH_S3_BUCKET_NAME: "media-{client}",
});
const place = (address: string, client?: string) => placeOfAddress(stores, address, client);

describe("an address", () => {
  it("is a bucket that is set up here, or a place and a colon", () => {
    const whole = { clientId: "client_001", prefix: "client_001/" };
    expect(place("s3://media/client_001/")).toEqual({ backendId: "s3", ...whole });
    expect(place("s3://media/client_001")).toEqual({ backendId: "s3", ...whole });
    expect(place("s3://attic/client_001/")).toEqual({ backendId: "old", ...whole });
    expect(place("old:client_001/")).toEqual({ backendId: "old", ...whole });
    expect(place("local:client_001/Äpfel 2025/", "client_001")).toEqual({
      ...{ backendId: "local", clientId: "client_001", prefix: "client_001/Äpfel 2025/" },
    });
  });

  it("may be the bucket of one client, where each has its own", () => {
    const whole = { backendId: "each", clientId: "client_001", prefix: "client_001/" };
    expect(place("s3://media-client-001/", "client_001")).toEqual(whole);
    expect(place("s3://media-client-001", "client_001")).toEqual(whole);
    expect(place("s3://media-client-001/client_001/")).toEqual(whole);
    expect(place("s3://media-client-001/client_001/films/")).toEqual({
      ...{ ...whole, prefix: "client_001/films/" },
    });
  });

  it.each([
    ["s3://media-client-001/", undefined, "--client"],
    ["s3://media-client-001/", "client_002", "No place here is s3://media-client-001"],
    ["s3://media-client-001/client_002/", "client_001", "No place here is s3://media-client-001"],
    ["s3://other/client_001/", undefined, "No place here is s3://other"],
    ["gs://media/client_001/", undefined, "No place here is gs://media"],
    ["s3://media/", undefined, "s3://media/client_001/"],
    ["s3://media/../client_001/", undefined, "whose files"],
    ["/srv/media/client_001", undefined, "no address of a place here"],
    ["tape:client_001/", undefined, "one of local, s3, old, each"],
    ["s3://media/client_001/", "client_002", "not of client_002"],
  ])("%s is told what it lacks", (address, client, words) => {
    expect(() => place(address, client)).toThrow(words);
  });
});
