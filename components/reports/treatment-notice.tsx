import { Icon } from "@/components/ui/icon";
import styles from "./treatment-notice.module.css";

/** On every page with glucose, never dismissible, never shouting. */
export function TreatmentNotice() {
  return (
    <p role="note" className={styles.notice}>
      <Icon name="info" />
      <span>
        Looking back only, <strong>not for treatment decisions</strong>. Use your CGM app for those.
      </span>
    </p>
  );
}
