import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import styles from "./notice.module.css";

/** A quiet box with an icon and a title that says what is so; the body says what it means and what to do. */
export function Notice({
  icon = "info",
  title,
  children,
  actions,
  role,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly role?: "status" | "alert";
}) {
  return (
    <div className={styles.notice} role={role}>
      <Icon name={icon} size={20} className={styles.icon} />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children ? <div className={styles.body}>{children}</div> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
