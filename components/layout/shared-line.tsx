import { Icon } from "@/components/ui/icon";
import styles from "./shared-line.module.css";

export interface Shared {
  /** Whose data it is. */
  readonly title: string;
  /** What of it is shown, which days, until when. */
  readonly terms: string;
}

/** Above everything that is somebody else's, on the screen and on paper: nobody takes it for their own. */
export function SharedLine({ title, terms }: Shared) {
  return (
    <p className={styles.line}>
      <Icon name="people" className={styles.icon} />
      <strong>{title}</strong>
      <span className={styles.terms}>{terms}</span>
    </p>
  );
}
