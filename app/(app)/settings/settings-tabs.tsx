import { Tabs } from "@/components/layout/tabs";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";

/** The pages of Settings, above each of them. */
export function SettingsTabs({
  current,
  words: { t },
}: {
  readonly current: "connection" | "data" | "device";
  readonly words: Words;
}) {
  return (
    <Tabs
      label={t("settings.title")}
      current={current}
      tabs={[
        { id: "connection", label: t("settings.tabs.connection"), href: PATHS.connection },
        { id: "data", label: t("settings.tabs.data"), href: PATHS.data },
        { id: "device", label: t("offline.device.title"), href: PATHS.device },
      ]}
    />
  );
}
