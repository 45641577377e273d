import styles from "./skip-link.module.css";

export const MAIN_ID = "main";

/** The first stop of the keyboard on every page. */
export function SkipLink({ label }: { readonly label: string }) {
  return (
    <a className={styles.skip} href={`#${MAIN_ID}`}>
      {label}
    </a>
  );
}
