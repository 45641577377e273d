import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readGlucoseFile } from "./read-glucose-file";

const HEADER =
  "Index,Timestamp (YYYY-MM-DDThh:mm:ss),Event Type,Event Subtype,Patient Info,Device Info,Source Device ID,Glucose Value (mg/dL),Insulin Value (u),Carb Value (grams),Duration (hh:mm:ss),Glucose Rate of Change (mg/dL/min),Transmitter Time (Long Integer),Transmitter ID";

const ROWS = `1,,FirstName,,Erika,,,,,,,,,
2,,LastName,,Musterfrau,,,,,,,,,
3,,Device,,,Dexcom G6 Mobile App,Android G6,,,,,,,
4,,Alert,Low,,,Android G6,70,,,,,,
5,2026-03-04T05:00:00,EGV,,,,Android G6,94,,,,,1000,80ABCD
6,2026-03-04T05:05:00,EGV,,,,Android G6,Low,,,,,1300,80ABCD
7,2026-03-04T05:07:00,Insulin,Fast-Acting,,,Android G6,,2.5,,,,,
8,2026-03-04T05:08:00,Calibration,,,,Android G6,101,,,,,,
9,2026-03-04T05:10:00,EGV,,,,Android G6,High,,,,,1600,80ABCD
10,2026-03-04T05:15:00,EGV,,,,Android G6,,,,,,1900,80ABCD
`;

function read(text: string, options: Parameters<typeof readGlucoseFile>[1] = {}) {
  const file = readGlucoseFile(text, options);
  if (!file.ok) throw new Error(file.error.detail);
  return file.value;
}

const english = `${HEADER}\n${ROWS}`;

test("readings keep the sensor's clock and ids; LOW is 39 and HIGH 401, each with its status", () => {
  const file = read(english);
  expect(file).toMatchObject({
    format: "clarity",
    unit: "mg/dL",
    rows: 10,
    ignored: 6,
    wallClock: true,
    subject: null,
  });
  expect(file.egvs).toEqual(
    [
      { value: 94, status: null, minute: 0, transmitterTicks: 1000 },
      { value: 39, status: "low", minute: 5, transmitterTicks: 1300 },
      { value: 401, status: "high", minute: 10, transmitterTicks: 1600 },
    ].map(({ value, status, minute, transmitterTicks }) => ({
      systemTime: Date.UTC(2026, 2, 4, 5, minute),
      displayOffsetMinutes: 0,
      value,
      status,
      trend: null,
      trendRate: null,
      transmitterId: "80ABCD",
      transmitterTicks,
      displayDevice: "Android G6",
      transmitterGeneration: null,
      sourceValue: value,
    })),
  );
  expect(file.bad).toEqual([{ line: 11, reason: "no glucose value" }]);
});

test("the order of the columns, of the rows and the quotation marks change nothing", () => {
  const table = english
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const turned = table.map((row) =>
    row
      .toReversed()
      .map((cell) => `"${cell}"`)
      .join(";"),
  );
  const [header = "", ...rows] = turned;
  const file = read([`\uFEFF${header}`, ...rows.toReversed(), "", ""].join("\r\n"));
  const byTime = file.egvs.toSorted((a, b) => a.systemTime - b.systemTime);
  expect(byTime).toEqual(read(english).egvs);
  expect(file.bad).toEqual([{ line: 2, reason: "no glucose value" }]);
});

test("39 and 401 as numbers are what Dexcom writes for low and high; a mmol/L file says it in words only", () => {
  const numbers = read(`${HEADER}\n5,2026-03-04T05:00:00,EGV,,,,,39\n6,2026-03-04T05:05:00,EGV,,,,,401\n`);
  expect(numbers.egvs.map(({ status }) => status)).toEqual(["low", "high"]);
  const mmol = HEADER.replaceAll("mg/dL", "mmol/L");
  const file = read(`${mmol}\n5,2026-03-04T05:00:00,EGV,,,,,3.9\n6,2026-03-04T05:05:00,EGV,,,,,Low\n`);
  expect(file.unit).toBe("mmol/L");
  // 3.9 · 18.01559 = 70.260801; LOW is 39 mg/dL, 39 / 18.01559 = 2.1648 mmol/L.
  expect(file.egvs[0]).toMatchObject({ status: null, sourceValue: 3.9 });
  expect(file.egvs[0]?.value).toBeCloseTo(70.260801, 9);
  expect(file.egvs[1]).toMatchObject({ status: "low", value: 39 });
  expect(file.egvs[1]?.sourceValue).toBeCloseTo(2.16479, 5);
});

test("a unit that stands only with the rate of change is the unit of the file", () => {
  const header = HEADER.replace("Glucose Value (mg/dL)", "Glucose Value").replace("mg/dL/min", "mmol/L/min");
  expect(read(`${header}\n5,2026-03-04T05:00:00,EGV,,,,,5.8`).unit).toBe("mmol/L");
});

test("a German export: semicolons, decimal commas, its own words", () => {
  const file = read(
    `Index;Zeitstempel (JJJJ-MM-TTThh:mm:ss);Ereignistyp;Ereignisuntertyp;Patienteninfo;Geräteinfo;Quellgeräte-ID;Glukosewert (mmol/l);Insulinwert (IE)
1;;Vorname;;Erika;;;;
2;2026-03-04T05:00:00;EGW;;;;iOS;5,8;
3;2026-03-04T05:05:00;EGW;;;;iOS;Niedrig;
4;2026-03-04T05:07:00;Kalibrierung;;;;iOS;6,1;
`,
  );
  expect(file).toMatchObject({ format: "clarity", unit: "mmol/L", rows: 4, ignored: 2, bad: [] });
  expect(file.egvs.map(({ sourceValue, status }) => [sourceValue, status])).toEqual([
    [5.8, null],
    [expect.closeTo(2.16479, 5), "low"],
  ]);
});

test("in a language without a known word the commonest kind of row with a value is the sensor's", () => {
  const file = read(
    `Índice,Marca temporal (AAAA-MM-DDThh:mm:ss),Tipo de evento,Subtipo,Paciente,Dispositivo,ID de origen,Nivel de glucosa (mg/dL),Insulina (u),Carbohidratos (gramos),Duración (hh:mm:ss),Ritmo de cambio (mg/dL/min),Tiempo del transmisor (entero largo),ID del transmisor
1,2026-03-04T04:58:00,Calibración,,,,iOS,101,,,,,,
2,2026-03-04T05:00:00,Niveles estimados de glucosa,,,,iOS G6,94,,,,,1000,80ABCD
3,2026-03-04T05:05:00,Niveles estimados de glucosa,,,,iOS G6,95,,,,,1300,80ABCD
`,
  );
  expect(file.ignored).toBe(1);
  expect(
    file.egvs.map(({ value, transmitterTicks, transmitterId, displayDevice }) => [
      value,
      transmitterTicks,
      transmitterId,
      displayDevice,
    ]),
  ).toEqual([
    [94, 1000, "80ABCD", "iOS G6"],
    [95, 1300, "80ABCD", "iOS G6"],
  ]);
});

test("a name in the lines about the patient appears in nothing that is handed on", () => {
  const broken = `${english}11,"Erika,EGV\n12,2026-13-04T05:00:00,EGV,,,,,94\n`;
  expect(JSON.stringify(read(broken))).not.toMatch(/Erika|Musterfrau/);
  const without = readGlucoseFile(`${HEADER}\n1,,FirstName,,Erika,,,,,,,,,\n`);
  expect(without).toEqual({
    ok: false,
    error: { code: "no-readings", detail: "The file holds no reading: 1 row is of other kinds." },
  });
});

test("the real export: every EGV row is a reading, every other row is ignored", () => {
  const sample = path.resolve(import.meta.dirname, "../../../shared/data/exports/clarity-g7-ios-mgdl.csv");
  const text = readFileSync(sample, "utf8");
  const lines = text.trim().split("\n").slice(1);
  const egvLines = lines.filter((line) => line.includes(`"EGV"`));
  const file = read(text);
  expect(file).toMatchObject({ format: "clarity", unit: "mg/dL", bad: [], wallClock: true });
  expect([file.rows, file.ignored, file.egvs.length]).toEqual([
    lines.length,
    lines.length - egvLines.length,
    egvLines.length,
  ]);
  expect([lines.length, egvLines.length]).toEqual([419, 409]);
  file.egvs.forEach((egv, i) => {
    // All cells of this file are quoted: the value is the 8th, the ticks the 13th.
    const cells = egvLines[i]?.slice(1, -1).split(`","`) ?? [];
    expect(new Date(egv.systemTime).toISOString().slice(0, 19)).toBe(cells[1]);
    expect([String(egv.value), String(egv.transmitterTicks), egv.transmitterId]).toEqual([
      cells[7],
      cells[12],
      cells[13],
    ]);
  });
});
