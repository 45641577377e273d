import { TreatmentNotice } from "@/components/reports/treatment-notice";
import type { Words } from "@/lib/i18n/translate";
import styles from "./offline-header.module.css";

/** The heading of the offline page, and what past data is not for: here, too, before any figure. */
export function OfflineHeader({ words }: { readonly words: Words }) {
  return (
    <header className={styles.header}>
      <h1>{words.t("offline.page.title")}</h1>
      <TreatmentNotice words={words} />
    </header>
  );
}
