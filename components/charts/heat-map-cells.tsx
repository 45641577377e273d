"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";
import styles from "./heat-map.module.css";
import { cellForKey } from "./heat-map-steps";

const CELL = "[data-cell]";

/**
 * Arrow keys through the cells (`data-cell`, each with its words in `data-name`) of a heat map that the server has drawn:
 * a step to each neighbour, and once one has the focus, one stop for the Tab key. Cells that are links keep their place in
 * the page's order until then, and without script; others bring one `tabIndex` of 0 along.
 */
export function HeatMapCells({
  label,
  hint,
  columns,
  page,
  idle = null,
  children,
}: {
  readonly label: string;
  /** How to move, for those who cannot see that it is a grid. */
  readonly hint: string;
  readonly columns: number;
  readonly page: number;
  /** What a line above the cells says until one is pointed at or focused, whose words it then shows; with null the words become the cell's tooltip. */
  readonly idle?: string | null;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [name, setName] = useState<string | null>(null);

  const show = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>(CELL) : null;
    if (cell === null) return null;
    const said = nameOf(cell);
    if (idle !== null) setName(said);
    else if (said !== null) cell.title = said;
    return cell;
  };
  const onFocus = (event: FocusEvent) => {
    const cell = show(event.target);
    // Not before: attributes that change while the page is being hydrated would be in React's way.
    if (cell) stopAt(cellsIn(ref.current), cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const cells = cellsIn(ref.current);
    const current = cells.findIndex((cell) => cell === document.activeElement);
    if (current < 0) return;
    const next = cellForKey(event.key, current, { count: cells.length, columns, page });
    if (next === undefined) return;
    event.preventDefault();
    cells[next]?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cells inside are what is operated
    <div
      ref={ref}
      role="group"
      aria-label={label}
      aria-describedby={hintId}
      className={styles.map}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onPointerOver={(event: PointerEvent) => show(event.target)}
    >
      <p id={hintId} className="visually-hidden">
        {hint}
      </p>
      {idle === null ? null : (
        <p className={styles.readout} data-active={name === null ? undefined : ""} aria-hidden="true">
          {name ?? idle}
        </p>
      )}
      {children}
    </div>
  );
}

function nameOf(cell: HTMLElement): string | null {
  return cell.querySelector("[data-name]")?.textContent ?? null;
}

function cellsIn(group: HTMLElement | null): HTMLElement[] {
  return [...(group?.querySelectorAll<HTMLElement>(CELL) ?? [])];
}

function stopAt(cells: readonly HTMLElement[], stop: HTMLElement): void {
  for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
}
