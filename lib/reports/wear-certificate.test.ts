import { describe, expect, it } from "vitest";
import type { DeviceSnapshot, Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, freshAt, stream } from "@/lib/glucose/testing/readings";
import { wearCertificateFrom } from "./wear-certificate";
import { sensorsOfPeriod } from "./wear-sensors";

const PERIOD = datesFrom("2026-05-01", 7);
const FRESH = freshAt("2026-05-20T00:00:00Z");

const worn = (transmitterId: string, from: string, to: string, transmitterGeneration = "g7"): Egv[] =>
  stream(from, to, 120, { transmitterId }).map((egv) => ({ ...egv, transmitterGeneration }));

const sensorsOf = (egvs: readonly Egv[], freshness = FRESH) =>
  sensorsOfPeriod(egvs, buildSeries(egvs), { period: PERIOD, freshness }).map(
    ({ transmitterId, observed }) => [transmitterId, observed],
  );

describe("the sensors of a period", () => {
  it("are those that reach into it from either side, whole, and no other", () => {
    const egvs = [
      ...worn("long-before", "2026-04-10T00:00:00Z", "2026-04-20T00:00:00Z"),
      ...worn("from-before", "2026-04-22T00:00:00Z", "2026-05-02T00:00:00Z"),
      ...worn("to-after", "2026-05-02T02:00:00Z", "2026-05-12T00:00:00Z"),
      ...worn("after", "2026-05-12T02:00:00Z", "2026-05-15T00:00:00Z"),
    ];
    expect(sensorsOf(egvs)).toEqual([
      ["from-before", 10 * 288],
      ["to-after", 10 * 288 - 24],
    ]);
  });

  it("count no reading that may not be shown yet", () => {
    const egvs = worn("a", "2026-05-01T00:00:00Z", "2026-05-08T00:00:00Z");
    // Three hours before 15:00 of the third date.
    expect(sensorsOf(egvs, freshAt("2026-05-03T15:00:00Z"))).toEqual([["a", 2 * 288 + 144 + 1]]);
  });

  it("are none where nothing was worn", () => {
    expect(sensorsOf([])).toEqual([]);
  });
});

describe("the certificate of a period", () => {
  const egvs = [
    ...worn("a", "2026-05-01T00:00:00Z", "2026-05-04T00:00:00Z", "g6"),
    ...worn("b", "2026-05-04T00:00:00Z", "2026-05-08T00:00:00Z"),
  ];
  const certificateWith = (devices: readonly DeviceSnapshot[]) =>
    wearCertificateFrom({ series: buildSeries(egvs), period: PERIOD, freshness: FRESH }, { egvs, devices });

  it("counts the dates and names every generation of sensor that was worn", () => {
    expect(certificateWith([])).toMatchObject({
      period: PERIOD,
      wear: { days: 7, observed: 7 * 288, expected: 7 * 288 },
      // Readings of a G6 name the transmitter, which serves several sensors.
      sensors: null,
      gapsInAll: 0,
      models: [["Dexcom G6"], ["Dexcom G7", "Dexcom ONE+"]],
    });
  });

  it("names the product where the devices of the account tell it", () => {
    const device = { transmitterGeneration: "g7", transmitterGenerationVariant: "one+", displayApp: null };
    expect(certificateWith([device as DeviceSnapshot]).models).toEqual([["Dexcom G6"], ["Dexcom ONE+"]]);
  });
});
