import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mapEgv, mapEvent } from "./map";
import { QUARANTINE_CHARACTERS_MAX, readRecords } from "./records";
import { egvRecord, eventRecord } from "./schemas";
import { wireEgv, wireEgvs, wireEvent } from "./wire.fixture";

const readEgvs = (raws: readonly unknown[]) => readRecords(raws, egvRecord, mapEgv);

/** A good record with one required field broken, or something that is no record at all. */
const broken = fc.oneof(
  fc
    .constantFrom("value", "systemTime", "displayTime")
    .chain((field) =>
      fc
        .oneof(fc.string(), fc.boolean(), fc.constant({}), fc.constant([]))
        .map((nonsense) => wireEgv({ [field]: nonsense })),
    ),
  fc.constantFrom(null, 7, "egv", true, []),
);

test("one bad record never loses the others, wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.array(broken, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (bad, places) => {
        const raws: unknown[] = wireEgvs(40);
        const expected = readEgvs(raws).records;
        for (const record of bad) raws.splice((places.next().value ?? 0) % (raws.length + 1), 0, record);
        const { records, quarantined } = readEgvs(raws);
        expect(records).toEqual(expected);
        expect(quarantined.map(({ raw }) => raw).toSorted()).toEqual(
          bad.map((record) => JSON.stringify(record)).toSorted(),
        );
      },
    ),
    { seed: 20_300_308, numRuns: 300 },
  );
});

test("whatever JSON stands in place of records, each one is either read or quarantined", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (raws) => {
      const egvs = readEgvs(raws);
      const events = readRecords(raws, eventRecord, mapEvent);
      expect(egvs.records.length + egvs.quarantined.length).toBe(raws.length);
      expect(events.records.length + events.quarantined.length).toBe(raws.length);
    }),
    { seed: 20_300_309, numRuns: 300 },
  );
});

test("a reason names the field and the rule, never what was in it", () => {
  const secret = "CANARY 187 mg/dL";
  const raws = [
    wireEgv({ value: secret }),
    wireEgv({ systemTime: secret }),
    wireEgv({ displayTime: secret }),
    wireEvent({ value: { [secret]: secret } }),
    { [secret]: secret },
    secret,
  ];
  const reasons = [...readEgvs(raws).quarantined, ...readRecords(raws, eventRecord, mapEvent).quarantined]
    .map(({ reason }) => reason)
    .join("\n");
  expect(reasons).not.toContain("CANARY");
  expect(reasons).not.toContain("187");
});

test("an oversized record is kept in part and says so", () => {
  const { quarantined } = readEgvs([wireEgv({ value: null, padding: "x".repeat(100_000) })]);
  expect(quarantined[0]?.raw).toHaveLength(QUARANTINE_CHARACTERS_MAX);
  expect(quarantined[0]?.truncated).toBe(true);
});

test("the time of a bad record is found where it can be, so that the delay holds for it too", () => {
  const { quarantined } = readEgvs([
    wireEgv({ value: null, status: null }),
    wireEgv({ systemTime: "?" }),
    wireEgv({ systemTime: "?", displayTime: "?" }),
    7,
  ]);
  const at = Date.parse("2030-03-01T14:05:12Z");
  expect(quarantined.map(({ systemTime }) => systemTime)).toEqual([at, at, null, null]);
});

test("keys that mean something to JavaScript are data like any other", () => {
  const raw: unknown = JSON.parse(
    '{"__proto__":{"value":100},"constructor":1,"systemTime":"2030-03-01T14:05:12Z"}',
  );
  expect(readEgvs([raw]).quarantined[0]?.reason).toBe("displayTime:invalid_type");
  expect(Object.prototype).not.toHaveProperty("value");
});
