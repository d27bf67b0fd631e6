import { expect, it } from "vitest";
import { ClientId } from "@/lib/clients/schema";
import { idOfName } from "./id-of-name";

it("proposes an id that the server takes", () => {
  expect(idOfName("Café Müller & Söhne, No. 7")).toBe("cafe-muller-sohne-no-7");
  expect(ClientId.safeParse(idOfName("x".repeat(200))).success).toBe(true);
});

it("proposes nothing for a name in another script", () => {
  expect(idOfName("星光咖啡")).toBe("");
});
