import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { DEXCOM_REGIONS } from "@/lib/dexcom/environments";
import { PATHS } from "@/lib/routes";
import { site } from "@/lib/site";

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  const { environment, operator } = site();
  const accounts = DEXCOM_REGIONS[environment].accounts;
  return (
    <PublicShell
      homeHref={PATHS.home}
      privacyHref={PATHS.privacy}
      termsHref={PATHS.terms}
      metricsHref={PATHS.metrics}
      region={accounts.charAt(0).toUpperCase() + accounts.slice(1)}
      operator={operator}
    >
      {children}
    </PublicShell>
  );
}
