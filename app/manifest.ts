import type { MetadataRoute } from "next";
import { loadWords } from "@/lib/i18n/loaders";
import { webManifest } from "@/lib/web-manifest";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  return webManifest(await loadWords());
}
