"use client";

import { useLinkStatus } from "next/link";
import styles from "./link-pending.module.css";

/** A hairline at the top of the window while the next page is on its way, if that takes longer than a moment. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span className={styles.pending} aria-hidden="true" /> : null;
}
