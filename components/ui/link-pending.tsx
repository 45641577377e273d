"use client";

import { useLinkStatus } from "next/link";
import styles from "./link-pending.module.css";

/** While the page of the link around it is on its way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <PendingLine /> : null;
}

/** A hairline at the top of the window, visible once the next page has been on its way for longer than a moment. */
export function PendingLine() {
  return <span className={styles.pending} aria-hidden="true" data-pending="" />;
}
