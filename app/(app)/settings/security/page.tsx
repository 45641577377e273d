import type { Metadata } from "next";
import { NameForm } from "@/components/account/name-form";
import { nameWords } from "@/components/account/name-words";
import { WaysIn } from "@/components/account/ways-in";
import { ReportHeader } from "@/components/reports/report-header";
import { SessionList } from "@/components/settings/session-list";
import { sessionItems, sessionListWords } from "@/components/settings/session-words";
import { loadAccountPage } from "@/lib/accounts/loaders";
import { loadSessions } from "@/lib/auth/loaders";
import { loadWords } from "@/lib/i18n/loaders";
import { loadOwnPage } from "@/lib/reports/loaders";
import { API_PATHS, PATHS } from "@/lib/routes";
import { SettingsFrame } from "../settings-frame";
import { ChangeWays } from "./change-ways";
import { Passkeys } from "./passkeys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("security.title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly change?: string | string[] }>;
}

export default async function SecurityPage({ searchParams }: Props) {
  const page = await loadAccountPage();
  const { account, words } = page;
  const own = await loadOwnPage();
  const { sessions, now } = await loadSessions();
  const displayOffsetMinutes = own?.freshness.displayOffsetMinutes ?? 0;
  return (
    <SettingsFrame page={page} own={own} current="security">
      <ReportHeader title={words.t("security.title")} facts={words.t("security.facts")} />
      <NameForm action={API_PATHS.name} name={account.name ?? ""} words={nameWords(words)} />
      <WaysIn account={account} words={words} isOpen={(await searchParams).change === "ways"}>
        <ChangeWays page={page} />
      </WaysIn>
      <Passkeys page={page} at={{ now, displayOffsetMinutes }} />
      <SessionList
        items={sessionItems(sessions, { now, displayOffsetMinutes }, words)}
        endOthersAction={API_PATHS.endOtherSessions}
        signedOutHref={PATHS.home}
        words={sessionListWords(words)}
      />
    </SettingsFrame>
  );
}
