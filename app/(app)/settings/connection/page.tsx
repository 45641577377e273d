import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { ConnectionNotice } from "@/components/reports/report-states";
import { ConnectionPanel } from "@/components/settings/connection-panel";
import { syncLog } from "@/lib/connections/data";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPatientPage } from "@/lib/reports/loaders";
import { API_PATHS, PATHS } from "@/lib/routes";
import { SettingsTabs } from "../settings-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("settings.connection.title") };
}

export default async function ConnectionPage() {
  const page = await loadPatientPage("me", "overview");
  const { access, connection, freshness, locale } = page;
  const syncUrl = API_PATHS.sync("me");
  return (
    <PatientFrame page={page} patient="me" current="settings">
      <SettingsTabs current="connection" words={page.words} />
      <ReportBody>
        <ReportHeader title={page.words.t("settings.connection.title")} />
        {connection === null ? (
          <ConnectionNotice {...{ connection, freshness, locale, syncUrl }} connectHref={PATHS.reconnect} />
        ) : (
          <ConnectionPanel
            connection={connection}
            runs={await syncLog(access)}
            freshness={freshness}
            words={page.words}
            syncUrl={syncUrl}
            disconnectAction={API_PATHS.disconnect}
            reconnectHref={PATHS.reconnect}
            dexcomAccountUrl={env().DEXCOM_ACCOUNT_URL ?? null}
          />
        )}
      </ReportBody>
    </PatientFrame>
  );
}
