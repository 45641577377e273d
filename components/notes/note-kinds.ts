/** What the list can be narrowed to. */
export const NOTE_KINDS = ["all", "note", "visit"] as const;
export type NoteKindFilter = (typeof NOTE_KINDS)[number];
