import { createSecretKey } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDateOfEpochDay } from "@/lib/glucose/local-time";
import type { JournalKind } from "./schema";
import { type ContentOf, ENTRY_FORMAT, type EntryPlace, openEntry, sealEntry } from "./sealed-entry";

const dataKey = (byte: number) => ({ id: "patient", key: createSecretKey(Buffer.alloc(32, byte)) });
const KEY = dataKey(1);
const place = <K extends JournalKind>(kind: K, more: Partial<EntryPlace<K>> = {}): EntryPlace<K> => ({
  patientId: "a0000000-0000-4000-8000-000000000001",
  kind,
  id: "b0000000-0000-4000-8000-000000000002",
  revision: 3,
  ...more,
});
const note: ContentOf["note"] = { kind: "note", date: "2026-03-01", minuteOfDay: 62, text: "Slept badly" };
const sealedNote = sealEntry(place("note"), note, KEY);
const open = (more: Partial<EntryPlace<"note">> = {}, sealed: Uint8Array = sealedNote, key = KEY) =>
  openEntry(place("note", more), { format: ENTRY_FORMAT, sealed }, key);
const UNOPENED = /could not be opened/;

describe("a sealed entry", () => {
  it("comes back as it went in, whatever was written", () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom("note" as const, "visit" as const),
          date: fc.integer({ min: -25_000, max: 40_000 }).map(localDateOfEpochDay),
          minuteOfDay: fc.integer({ min: 0, max: 1_439 }),
          text: fc.string({ unit: "grapheme", maxLength: 2_000 }),
        }),
        (content) => {
          const sealed = sealEntry(place("note"), content, KEY);
          expect(openEntry(place("note"), { format: ENTRY_FORMAT, sealed }, KEY)).toEqual(content);
        },
      ),
      { seed: 20_261_125, numRuns: 200 },
    );
  });

  it("holds each kind, to the last digit", () => {
    const result: ContentOf["lab-result"] = { date: "2026-02-03", unit: "mmol/mol", value: 53.4, remark: "" };
    const span: ContentOf["exclusion"] = { from: 1_772_000_000_123, to: 1_772_000_600_000, reason: "Loose" };
    const results = sealEntry(place("lab-result"), result, KEY);
    const spans = sealEntry(place("exclusion"), span, KEY);
    expect(openEntry(place("lab-result"), { format: ENTRY_FORMAT, sealed: results }, KEY)).toEqual(result);
    expect(openEntry(place("exclusion"), { format: ENTRY_FORMAT, sealed: spans }, KEY)).toEqual(span);
  });

  it("opens in its own place only", () => {
    expect(open()).toEqual(note);
    expect(() => open({ patientId: "a0000000-0000-4000-8000-000000000009" })).toThrow(UNOPENED);
    expect(() => open({ id: "b0000000-0000-4000-8000-000000000009" })).toThrow(UNOPENED);
    expect(() => open({ revision: 2 })).toThrow(UNOPENED);
    expect(() => openEntry(place("exclusion"), { format: ENTRY_FORMAT, sealed: sealedNote }, KEY)).toThrow(
      UNOPENED,
    );
    expect(() => openEntry(place("note"), { format: ENTRY_FORMAT + 1, sealed: sealedNote }, KEY)).toThrow(
      UNOPENED,
    );
    expect(() => open({}, sealedNote, dataKey(2))).toThrow(UNOPENED);
  });

  it("does not open when a single bit of it is different", () => {
    for (let byte = 0; byte < sealedNote.length; byte += 1) {
      const changed = Buffer.from(sealedNote);
      changed[byte] = (changed[byte] ?? 0) ^ 1;
      expect(() => open({}, changed)).toThrow(UNOPENED);
    }
  });

  it("is as long for a few words as for many, and never the same twice", () => {
    const lengthOf = (text: string) => sealEntry(place("note"), { ...note, text }, KEY).length;
    expect(lengthOf("")).toBe(lengthOf("x".repeat(150)));
    expect(lengthOf("x".repeat(400))).toBeGreaterThan(lengthOf(""));
    expect(sealEntry(place("note"), note, KEY).equals(sealedNote)).toBe(false);
  });
});
