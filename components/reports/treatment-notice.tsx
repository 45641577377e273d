import { Icon } from "@/components/ui/icon";
import type { Words } from "@/lib/i18n/translate";
import styles from "./treatment-notice.module.css";

/** On every page with glucose, never dismissible, never shouting. */
export function TreatmentNotice({ words: { t } }: { readonly words: Words }) {
  return (
    <p role="note" className={styles.notice}>
      <Icon name="info" />
      <span>{t("states.notice")}</span>
    </p>
  );
}
