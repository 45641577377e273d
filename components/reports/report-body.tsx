import type { ReactNode } from "react";
import styles from "./report.module.css";

/** The parts of a page one under the other, at the distance that all pages share. */
export function ReportBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.report}>{children}</div>;
}
