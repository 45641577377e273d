import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // The optimizer had two remote code executions in a year; nothing here needs it.
  images: { unoptimized: true },
  // The proxy gives every other answer its headers; files of the build do not pass through it.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "cross-origin-resource-policy", value: "same-origin" },
      ],
    },
  ],
  serverExternalPackages: ["pg", "pg-boss", "@prisma/adapter-pg", "@prisma/client", "undici"],
  agentRules: false,
  devIndicators: false,
  // Types are checked by `npm run check`, once, for the whole project.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    proxyClientMaxBodySize: "1mb",
    // A page of glucose is never reused from the browser's router cache: access may have ended meanwhile.
    staleTimes: { dynamic: 0, static: 30 },
  },
};

export default config;
