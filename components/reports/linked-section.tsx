import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import styles from "./linked-section.module.css";

/** A part of Overview under its heading, with the way to the view that has more of it. */
export function LinkedSection({
  id,
  title,
  more,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly more: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 id={id}>{title}</h2>
        <Link href={more.href}>{more.label}</Link>
      </div>
      {children}
    </section>
  );
}
