import type { Delivery } from "@/lib/config";
import type { Driver } from "../driver";
import { createCdnUrls } from "./cdn-urls";

/** The driver as browsers and screens meet it: at the store, at a CDN, or behind this server. */
export function deliver(driver: Driver, delivery: Delivery): Driver {
  switch (delivery.kind) {
    case "direct":
      return driver;
    case "proxy":
      return { ...driver, isPrivate: true };
    case "cdn": {
      const origins = [...(driver.origins ?? []), new URL(delivery.baseUrl).origin];
      return { ...driver, origins, signGet: createCdnUrls(driver, delivery) };
    }
  }
}
