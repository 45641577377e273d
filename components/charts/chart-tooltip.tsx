"use client";

import type { Band } from "@/lib/glucose/bands";
import { BandSwatch } from "./band-swatch";
import styles from "./chart-surface.module.css";

/** What the one tooltip of all charts can say. `spoken` is the same as a sentence, announced politely. */
export interface TooltipContent {
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly band: { readonly band: Band; readonly label: string } | null;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  readonly spoken: string;
}

const WIDTH_MAX = 240;

/** Beside the cursor at the top of the drawing, on the side with more room: never under the finger. */
export function ChartTooltip({
  content,
  x,
  top,
  width,
  gap,
}: {
  readonly content: TooltipContent;
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly gap: number;
}) {
  // Set through the DOM after hydration, which the policy on inline styles allows; never part of the server's HTML.
  const place =
    x > width / 2
      ? { right: Math.min(width - x + gap, Math.max(0, width - WIDTH_MAX)), top }
      : { left: Math.min(x + gap, Math.max(0, width - WIDTH_MAX)), top };
  return (
    <div className={styles.tooltip} style={place} aria-hidden="true">
      <p className={styles.title}>{content.title}</p>
      <p className={styles.value}>
        {content.value} <small>{content.unit}</small>
      </p>
      {content.band ? (
        <p className={styles.band}>
          <BandSwatch band={content.band.band} className={styles.swatch} />
          {content.band.label}
        </p>
      ) : null}
      {content.lines.length > 0 ? (
        <dl className={styles.lines}>
          {content.lines.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {content.notes.length > 0 ? (
        <ul className={styles.notes}>
          {content.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
