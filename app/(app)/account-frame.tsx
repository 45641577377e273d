import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import type { AccountPage } from "@/lib/accounts/loaders";
import { API_PATHS, PATHS } from "@/lib/routes";

/** The frame of pages without glucose, for somebody who holds no patient's data. */
export function AccountFrame({
  page: {
    account: { name },
    words,
  },
  current,
  children,
}: {
  readonly page: Pick<AccountPage, "account" | "words">;
  readonly current: "people" | "clinics" | "settings";
  readonly children: ReactNode;
}) {
  return (
    <AppShell
      reader={{
        kind: "person",
        subject: name ?? words.t("accounts.account.unnamed"),
        settingsHref: PATHS.security,
        signOutAction: API_PATHS.signOut,
        signedOutHref: PATHS.home,
        languageAction: API_PATHS.language,
      }}
      homeHref={PATHS.people}
      places={[
        { place: "people", href: PATHS.people },
        { place: "clinics", href: current === "clinics" ? PATHS.allClinics : PATHS.clinics },
        { place: "settings", href: PATHS.security },
        { place: "help", href: PATHS.help },
      ]}
      current={current}
      unit="mg/dL"
      unitAction={API_PATHS.preferences}
      freshness={null}
      words={words}
    >
      {children}
    </AppShell>
  );
}
