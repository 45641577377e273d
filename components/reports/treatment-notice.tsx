import { Icon } from "@/components/ui/icon";
import { TREATMENT_NOTICE } from "@/lib/notice";
import styles from "./treatment-notice.module.css";

/** On every page with glucose, never dismissible, never shouting. */
export function TreatmentNotice() {
  return (
    <p role="note" className={styles.notice}>
      <Icon name="info" />
      <span>{TREATMENT_NOTICE}</span>
    </p>
  );
}
