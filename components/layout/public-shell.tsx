import type { ReactNode } from "react";
import { RefusalTextsProvider } from "@/components/forms/refusal-texts";
import { refusalTexts } from "@/components/forms/refusal-words";
import { Link } from "@/components/ui/link";
import { LANGUAGES, languageOf } from "@/lib/i18n/languages";
import type { Words } from "@/lib/i18n/translate";
import { API_PATHS, PATHS } from "@/lib/routes";
import type { Site } from "@/lib/site";
import { LanguageSwitch } from "./language-switch";
import { LogoMark } from "./logo";
import styles from "./public-shell.module.css";
import { MAIN_ID, SkipLink } from "./skip-link";

export interface PublicShellProps {
  readonly site: Pick<Site, "environment" | "operator">;
  readonly words: Words;
  readonly children: ReactNode;
}

/** The frame of the pages before sign-in: landing, consent, help, figures, privacy, terms, problems. */
export function PublicShell({ site: { environment, operator }, words, children }: PublicShellProps) {
  const { t, locale } = words;
  return (
    <RefusalTextsProvider texts={refusalTexts(words)}>
      <div className={styles.page}>
        <SkipLink label={t("pages.skip")} />
        <header className={styles.header}>
          <Link href={PATHS.home} className={styles.logo}>
            <LogoMark />
            <span>Hindsight</span>
          </Link>
        </header>
        <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <footer className={styles.footer}>
          <p>
            {t("pages.footer.past")} {t(`pages.region.${environment}`)}.
            {operator === null ? "" : ` ${t("pages.footer.operator", { operator })}`}
          </p>
          <nav aria-label={t("pages.footer.about")}>
            <Link href={PATHS.help}>{t("shell.help")}</Link>
            <Link href={PATHS.metrics}>{t("pages.footer.figures")}</Link>
            <Link href={PATHS.privacy}>{t("pages.footer.privacy")}</Link>
            <Link href={PATHS.terms}>{t("pages.footer.terms")}</Link>
          </nav>
          <LanguageSwitch
            languages={LANGUAGES}
            current={languageOf(locale)}
            action={API_PATHS.language}
            label={t("shell.language")}
          />
        </footer>
      </div>
    </RefusalTextsProvider>
  );
}
