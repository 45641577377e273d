import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { loadWords } from "@/lib/i18n/loaders";
import { site } from "@/lib/site";

export default async function DemoLayout({ children }: { readonly children: ReactNode }) {
  return (
    <PublicShell site={site()} words={await loadWords()}>
      {children}
    </PublicShell>
  );
}
