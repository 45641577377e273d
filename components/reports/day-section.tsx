import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import styles from "./day-section.module.css";

/** The days of a period under one heading, with the way to the page that shows them larger. */
export function DaySection({
  title,
  more,
  children,
}: {
  readonly title: string;
  readonly more: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby="days">
      <div className={styles.heading}>
        <h2 id="days">{title}</h2>
        <Link href={more.href}>{more.label}</Link>
      </div>
      {children}
    </section>
  );
}
