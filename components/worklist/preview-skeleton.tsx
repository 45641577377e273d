import styles from "./preview-skeleton.module.css";

/** The room that a preview takes, while it comes. */
export function PreviewSkeleton({ label }: { readonly label: string }) {
  return (
    <div className={styles.skeleton}>
      <p role="status" className="muted">
        {label}
      </p>
      <div className={styles.lines} />
      <div className={styles.bands} />
      <div className={styles.figures} />
      <div className={styles.profile} />
      <div className={styles.days} />
    </div>
  );
}
