import type { Instant } from "@/lib/clock";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import type { SeenLook, ShareMove } from "@/lib/sharing/status";

/** A line of the list: somebody looked, or a share moved. */
export type ActivityEntry =
  | { readonly kind: "look"; readonly at: Instant; readonly look: SeenLook }
  | { readonly kind: "move"; readonly at: Instant; readonly move: ShareMove };

export interface ActivityDay {
  readonly date: LocalDate;
  readonly entries: readonly ActivityEntry[];
}

/** Looks and moves in one list, newest first, by the days of the person's own clock. */
export function byDay(
  looks: readonly SeenLook[],
  moves: readonly ShareMove[],
  displayOffsetMinutes: number,
): ActivityDay[] {
  const entries = [
    ...looks.map((look): ActivityEntry => ({ kind: "look", at: look.at, look })),
    ...moves.map((move): ActivityEntry => ({ kind: "move", at: move.at, move })),
  ].toSorted((a, b) => b.at - a.at);
  const days = new Map<LocalDate, ActivityEntry[]>();
  for (const entry of entries) {
    const date = localDateOf(entry.at, displayOffsetMinutes);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days].map(([date, entriesOfDay]) => ({ date, entries: entriesOfDay }));
}
