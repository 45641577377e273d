import { Tabs } from "@/components/layout/tabs";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";

export type SettingsTab = "connection" | "security" | "activity" | "data" | "device";

/** The pages of Settings, above each of them. */
export function SettingsTabs({
  current,
  words: { t },
  ownsData = true,
}: {
  readonly current: SettingsTab;
  readonly words: Words;
  /** Somebody without data of their own has no connection, and nothing to keep on a device. */
  readonly ownsData?: boolean;
}) {
  const tabs = [
    { id: "connection", label: t("settings.tabs.connection"), href: PATHS.connection },
    { id: "security", label: t("security.title"), href: PATHS.security },
    { id: "activity", label: t("activity.title"), href: PATHS.activity },
    { id: "data", label: t("settings.tabs.data"), href: PATHS.data },
    { id: "device", label: t("offline.device.title"), href: PATHS.device },
  ] as const;
  const shared: readonly SettingsTab[] = ["security", "data"];
  return (
    <Tabs
      label={t("settings.title")}
      current={current}
      tabs={tabs.filter(({ id }) => ownsData || shared.includes(id))}
    />
  );
}
