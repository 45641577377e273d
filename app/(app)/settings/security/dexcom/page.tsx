import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Consent } from "@/app/consent";
import { ReportHeader } from "@/components/reports/report-header";
import { loadAccountPage } from "@/lib/accounts/loaders";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";
import { SettingsFrame } from "../../settings-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("accounts.ways.dexcomGo") };
}

/** What somebody without data agrees to before their own Dexcom account is added to their account. */
export default async function JoinDexcomPage() {
  const page = await loadAccountPage();
  if (page.account.hasDexcom) redirect(PATHS.connection);
  // They confirm there that it is them, and find the way back here.
  if (!page.isRecent) redirect(PATHS.changeWays);
  const { t } = page.words;
  return (
    <SettingsFrame page={page} own={null} current="security">
      <ReportHeader title={t("accounts.ways.dexcomGo")} facts={t("accounts.ways.dexcomFacts")} />
      <Consent purpose="join" backHref={PATHS.security} />
    </SettingsFrame>
  );
}
