import type { Metadata } from "next";
import { HelpPage } from "@/components/help/help-page";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { site } from "@/lib/site";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("help.title") };
}

export default async function Help() {
  return (
    <HelpPage site={site()} dexcomAccountUrl={env().DEXCOM_ACCOUNT_URL ?? null} words={await loadWords()} />
  );
}
