import { expect, it } from "vitest";
import { faultInWords, verdictInWords } from "./record-fault-words";

it("a fault is one line that names its place and nobody", () => {
  const patientHash = "q3mJ";
  expect(faultInWords({ kind: "changed", patientHash, from: 7, to: 7 })).toBe(
    "q3mJ, row 7: changed, forged or moved since it was written",
  );
  expect(faultInWords({ kind: "missing", patientHash, from: 3, to: 5 })).toBe(
    "q3mJ, rows 3 to 5: not there any more",
  );
  expect(faultInWords({ kind: "broken-seal", patientHash, day: "2026-11-26", seq: 9 })).toBe(
    "q3mJ, sealed on 2026-11-26 up to row 9: what was sealed is gone or another",
  );
});

it("the last line sums up", () => {
  expect(verdictInWords({ rows: 12, chains: 3, seals: 4, faults: 0 })).toBe(
    "12 records in 3 chains, 4 seals: all in order",
  );
  expect(verdictInWords({ rows: 1, chains: 1, seals: 1, faults: 1 })).toBe(
    "1 record in 1 chain, 1 seal: 1 fault",
  );
});
