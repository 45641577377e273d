"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useWords } from "@/components/i18n/use-words";
import { ChartStage } from "./chart-stage";
import { ChartTooltip, type TooltipContent } from "./chart-tooltip";
import { nearestIndex, stepForKey } from "./cursor-steps";
import type { PlotMargin } from "./plot";
import { type Size, useMeasuredSize } from "./use-measured-size";

export interface SurfaceCursor {
  /** Pixel positions of everything the cursor can stop at, ascending. */
  readonly positions: readonly number[];
  readonly content: (index: number) => TooltipContent;
}

/**
 * The drawing area that all charts share: it measures itself, and moves one cursor by mouse, finger and keyboard.
 * Arrow keys step through the readings, page keys by `page`, Home and End go to the ends, Escape leaves.
 */
export function ChartSurface({
  label,
  page,
  marginFor,
  cursorAt,
  children,
}: {
  readonly label: string;
  readonly page: number;
  readonly marginFor: (width: number) => PlotMargin;
  readonly cursorAt: (size: Size) => SurfaceCursor;
  readonly children: (size: Size, active: number | null) => ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const size = useMeasuredSize(ref);
  const [active, setActive] = useState<number | null>(null);
  const [touched, setTouched] = useState(false);
  const { t } = useWords();
  const cursor = size ? cursorAt(size) : null;
  const content =
    cursor && active !== null && active < cursor.positions.length ? cursor.content(active) : null;

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!cursor || !ref.current) return;
    setTouched(event.pointerType === "touch");
    setActive(nearestIndex(cursor.positions, event.clientX - ref.current.getBoundingClientRect().left));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepForKey(event.key, active, { count: cursor?.positions.length ?? 0, page });
    if (next === undefined) return;
    event.preventDefault();
    setTouched(false);
    setActive(next);
  };

  return (
    <ChartStage
      stageRef={ref}
      label={label}
      keys={t("charts.frame.keys")}
      spoken={content ? content.spoken : ""}
      handlers={{
        onPointerMove: follow,
        onPointerDown: follow,
        onPointerLeave: (event) => event.pointerType !== "touch" && setActive(null),
        onKeyDown,
        onBlur: () => setActive(null),
      }}
    >
      {size ? children(size, content ? active : null) : null}
      {size && cursor && content && active !== null ? (
        <ChartTooltip
          content={content}
          x={cursor.positions[active] ?? 0}
          top={marginFor(size.width).top}
          width={size.width}
          gap={touched ? 36 : 14}
        />
      ) : null}
    </ChartStage>
  );
}
