import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import type { BrowserWords } from "@/lib/i18n/translate";
import styles from "./chart-frame.module.css";
import { type ChartTable, ChartTableView } from "./chart-table";

export interface ChartFrameProps {
  readonly title: string;
  /** `h2` inside a page with sections, `h3` below one of them; hidden where the page's own heading says it. */
  readonly titleHidden?: boolean;
  readonly unit: string;
  /** One sentence: what somebody who cannot see the chart should know. */
  readonly summary: string;
  /** Shown under the title: how to read it. */
  readonly note?: string | null;
  readonly link?: ReactNode;
  readonly table: ChartTable;
  /** The height of the drawing; `content` where the server draws it, so that it has its size and needs no script. */
  readonly size: "profile" | "day" | "wear" | "content";
  /** Whether the server draws it too, in the same frame: then it is there without script as well. */
  readonly isSketched?: boolean;
  readonly words: BrowserWords;
  /** The drawing; it appears after hydration in a frame that already has its size. */
  readonly children: ReactNode;
}

/** What every chart has around it: title, unit, a sentence for screen readers, and its numbers as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const id = useId();
  const { t } = props.words;
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.caption}>
        <div className={styles.heading}>
          <h2 id={id} className={props.titleHidden ? "visually-hidden" : undefined}>
            {props.title}
            <span className={styles.unit}> {props.unit}</span>
          </h2>
          {props.link}
        </div>
        {props.note ? <p className={styles.note}>{props.note}</p> : null}
        <p className="visually-hidden">{props.summary}</p>
      </figcaption>
      <div className={classNames(styles.frame, styles[props.size])}>
        {props.children}
        {props.size === "content" || props.isSketched ? null : (
          <noscript>
            <p className={styles.note}>{t("charts.frame.noScript")}</p>
          </noscript>
        )}
      </div>
      <Disclosure className={styles.numbers} summary={t("charts.frame.table")}>
        <ChartTableView
          {...props.table}
          name={t("charts.frame.tableName", { title: props.title })}
          caption={`${props.title}, ${props.unit}`}
        />
      </Disclosure>
    </figure>
  );
}
