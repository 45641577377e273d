import type { EventType } from "@/lib/glucose/reading";
import styles from "./layers.module.css";

/** Everything that gets a mark of its own under the curve. */
export type MarkShape = EventType | "calibration" | "alert" | "ownNote" | "visit";

const PAGE = "M-4.5-5.2H2L4.8-2.4V5.2H-4.5ZM-2 0H2M-2 2.6H2";

/** One shape per kind, about 12 pixels, drawn around (0, 0): told apart without colour. */
const SHAPES: Readonly<Record<MarkShape, { readonly d: string; readonly solid: boolean }>> = {
  carbs: { d: "M-5.2 0a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0Z", solid: false },
  insulin: { d: "M-5.2-4.4H5.2L0 5Z", solid: true },
  exercise: { d: "M-5.5-4.5V4.5M5.5-4.5V4.5M-5.5 0H5.5", solid: false },
  health: { d: "M0-5.2V5.2M-5.2 0H5.2", solid: false },
  bloodGlucose: { d: "M0-6C3.2-2 4.6 0 4.6 1.8A4.6 4.6 0 0 1-4.6 1.8C-4.6 0-3.2-2 0-6Z", solid: true },
  calibration: { d: "M0-6C3.2-2 4.6 0 4.6 1.8A4.6 4.6 0 0 1-4.6 1.8C-4.6 0-3.2-2 0-6Z", solid: false },
  notes: { d: PAGE, solid: false },
  ownNote: { d: "M-5 5.2-4 1.6 2.6-5 5-2.6-1.6 4ZM1-3.4 3.4-1", solid: false },
  visit: { d: "M-3.5 6V-5.5H4.5L2.2-2.5 4.5 .5H-3.5", solid: true },
  alert: {
    d: "M-5 3.2C-3.6 2-3.8-.6-3.4-2.2A3.5 3.5 0 0 1 3.4-2.2C3.8-.6 3.6 2 5 3.2ZM-1.2 5.5H1.2",
    solid: false,
  },
  unknown: { d: "M0-5 5 0 0 5-5 0Z", solid: false },
};

export function EventMark({
  type,
  x,
  y,
}: {
  readonly type: MarkShape;
  readonly x: number;
  readonly y: number;
}) {
  const { d, solid } = SHAPES[type];
  return (
    <path
      d={d}
      transform={`translate(${x} ${y})`}
      className={styles.eventMark}
      data-solid={solid || undefined}
    />
  );
}

/** The same shape beside its name in a list. */
export function EventSign({ type }: { readonly type: MarkShape }) {
  return (
    <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <EventMark type={type} x={0} y={0} />
    </svg>
  );
}
