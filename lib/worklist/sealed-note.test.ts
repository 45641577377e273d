import { describe, expect, it } from "vitest";
import { createDataKey } from "@/lib/crypto/data-key";
import { UnsealError } from "@/lib/crypto/errors";
import { newId } from "@/lib/ids";
import { openNote, sealNote } from "./sealed-note";

const [clinicId, patientId] = [newId(), newId()];
const place = { clinicId, patientId, revision: 3 };
const { dataKey } = await createDataKey({ purpose: "patient-key", owner: patientId });

describe("a clinic's note", () => {
  it("comes back as it was written", () => {
    for (const text of ["Ruft an.\n  Zeile zwei – 𝒩ächste Woche", "x".repeat(2_000), "x"])
      expect(openNote(sealNote(text, place, dataKey), place, dataKey)).toBe(text);
  });

  it("is as long as many others", () => {
    expect(sealNote("short", place, dataKey)).toHaveLength(sealNote("x".repeat(256), place, dataKey).length);
  });

  it("opens nowhere else: not for another clinic, patient, revision or key", async () => {
    const sealed = sealNote("Not for others", place, dataKey);
    for (const other of [{ clinicId: newId() }, { patientId: newId() }, { revision: 4 }])
      expect(() => openNote(sealed, { ...place, ...other }, dataKey)).toThrow(UnsealError);
    const { dataKey: another } = await createDataKey({ purpose: "patient-key", owner: patientId });
    expect(() => openNote(sealed, place, another)).toThrow(UnsealError);
  });
});
