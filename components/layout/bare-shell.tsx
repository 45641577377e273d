import type { ReactNode } from "react";
import { LogoMark } from "./logo";
import styles from "./public-shell.module.css";
import { MAIN_ID, SkipLink } from "./skip-link";

/** The frame of pages that know nothing: neither who is there nor which site this is. */
export function BareShell({
  homeHref,
  skipLabel,
  children,
}: {
  readonly homeHref: string;
  readonly skipLabel: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <SkipLink label={skipLabel} />
      <header className={styles.header}>
        <a href={homeHref} className={styles.logo}>
          <LogoMark />
          <span>Hindsight</span>
        </a>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
