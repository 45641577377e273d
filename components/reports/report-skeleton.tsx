import frame from "@/components/charts/chart-frame.module.css";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import { classNames } from "@/components/ui/class-names";
import report from "./report.module.css";
import styles from "./report-skeleton.module.css";

/** A report while it loads: the same places at the same size, still, and named for screen readers. */
export function ReportSkeleton({ title }: { readonly title: "Overview" | "Daily" }) {
  return (
    <div className={report.report} aria-busy="true">
      <div>
        <h1>{title}</h1>
        <p className={report.facts} role="status">
          Loading your readings …
        </p>
      </div>
      {title === "Overview" ? <div className={styles.hero} /> : null}
      <div className={styles.figures} />
      <div className={classNames(frame.frame, title === "Overview" ? frame.profile : frame.day)}>
        <ChartSkeleton />
      </div>
    </div>
  );
}
