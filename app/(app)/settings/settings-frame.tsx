import type { ReactNode } from "react";
import { PersonFrame } from "@/app/(app)/person-frame";
import { ReportBody } from "@/components/reports/report-body";
import type { AccountPage } from "@/lib/accounts/loaders";
import type { PatientPage } from "@/lib/reports/loaders";
import { type SettingsTab, SettingsTabs } from "./settings-tabs";

/** The frame of the settings that everybody has, with or without data of their own. */
export function SettingsFrame({
  page,
  own,
  current,
  children,
}: {
  readonly page: AccountPage;
  /** The person's own data; null for somebody who holds none. */
  readonly own: PatientPage | null;
  readonly current: SettingsTab;
  readonly children: ReactNode;
}) {
  return (
    <PersonFrame page={page} own={own} current="settings">
      <SettingsTabs current={current} words={page.words} ownsData={own !== null} />
      <ReportBody>{children}</ReportBody>
    </PersonFrame>
  );
}
