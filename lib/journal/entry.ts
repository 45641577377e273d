import type { Instant } from "@/lib/clock";
import { a1cPercentOf } from "./policy";
import type { HandExclusion, JournalKind, LabResult, Note } from "./schema";
import type { ContentOf } from "./sealed-entry";

/** An entry as it is kept, opened. */
export interface OpenedEntry<K extends JournalKind> {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly content: ContentOf[K];
}

export function noteOf({ content, ...entry }: OpenedEntry<"note">): Note {
  return { ...entry, ...content };
}

export function labResultOf({ content, ...entry }: OpenedEntry<"lab-result">): LabResult {
  const { date, unit, value, remark } = content;
  return {
    ...entry,
    date,
    a1cPercent: a1cPercentOf(unit, value),
    enteredUnit: unit,
    enteredValue: value,
    remark,
  };
}

export function handExclusionOf({ id, createdAt, content }: OpenedEntry<"exclusion">): HandExclusion {
  return { id, createdAt, ...content };
}
