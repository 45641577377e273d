import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { LogoMark } from "./logo";
import styles from "./public-shell.module.css";
import { MAIN_ID, SkipLink } from "./skip-link";

export interface PublicShellProps {
  readonly homeHref: string;
  readonly privacyHref: string;
  readonly termsHref: string;
  readonly metricsHref: string;
  /** "For accounts in the United States", or the region that is set. */
  readonly region: string;
  /** Who runs this site, null when the setting is empty. */
  readonly operator: string | null;
  /** A link or button at the right of the header. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages before sign-in: landing, consent, figures, privacy, terms, problems. */
export function PublicShell(props: PublicShellProps) {
  return (
    <div className={styles.page}>
      <SkipLink />
      <header className={styles.header}>
        <Link href={props.homeHref} className={styles.logo}>
          <LogoMark />
          <span>Hindsight</span>
        </Link>
        {props.action}
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        {props.children}
      </main>
      <footer className={styles.footer}>
        <p>
          Looking back only, not for treatment decisions. {props.region}.
          {props.operator ? ` Run by ${props.operator}.` : ""}
        </p>
        <nav aria-label="About">
          <Link href={props.metricsHref}>Figures</Link>
          <Link href={props.privacyHref}>Privacy</Link>
          <Link href={props.termsHref}>Terms</Link>
        </nav>
      </footer>
    </div>
  );
}
