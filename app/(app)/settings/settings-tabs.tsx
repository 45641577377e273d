import { Tabs } from "@/components/layout/tabs";
import { PATHS } from "@/lib/routes";

/** The pages of Settings, above each of them. */
export function SettingsTabs({ current }: { readonly current: "connection" | "data" }) {
  return (
    <Tabs
      label="Settings"
      current={current}
      tabs={[
        { id: "connection", label: "Connection", href: PATHS.connection },
        { id: "data", label: "Data", href: PATHS.data },
      ]}
    />
  );
}
