import { expect, test } from "vitest";
import type { GlucoseUnit } from "@/lib/format/unit";
import { plainColumns } from "./plain-csv";

const columns = (header: string, unit: GlucoseUnit | null = null) => plainColumns(header.split(";"), unit);

test.each([
  ["timestamp;glucose", 0, 1, null],
  ["subject;time;glucose_mg_dl", 1, 2, "mg/dL"],
  ["id;time;gl", 1, 2, null],
  ["Datetime;Glucose (mmol/L)", 0, 1, "mmol/L"],
  ["date_time;sensor glucose [mg/dl]", 0, 1, "mg/dL"],
  ["sgv;dateString", 1, 0, null],
  ["PtID;DeviceDtTm;Glucose", 1, 2, null],
  ["PatientInfoField;GlucoseInternalTime;GlucoseDisplayTime;GlucoseValue", 2, 3, null],
  ["Zeitstempel;CGM-Glukosewert (mg/dl)", 0, 1, "mg/dL"],
  ["time;glucose units;glucose concentration (mg/dL)", 0, 2, "mg/dL"],
  ["time;mmol/L", 0, 1, "mmol/L"],
  ["ts;value;glucose_mmol", 0, 2, "mmol/L"],
  ["Device Timestamp;Record Type;Scan Glucose mg/dL;Historic Glucose mg/dL", 0, 3, "mg/dL"],
  ["time;finger stick glucose;bg", 0, 2, null],
  ["time;glucose target;Glucose rate (mg/dL/min);cgm", 0, 3, null],
])("%s: time and glucose are found by what they are called", (header, time, glucose, unit) => {
  expect(columns(header)).toMatchObject({ time, glucose, unit });
});

test("a date and a time of day belong together", () => {
  expect(columns("Date;Time;BG")).toMatchObject({ time: 0, clock: 1, glucose: 2 });
  expect(columns("uhrzeit;datum;glukose")).toMatchObject({ time: 1, clock: 0, glucose: 2 });
  expect(columns("date;time;timestamp;bg")).toMatchObject({ time: 2, clock: null });
  expect(columns("date;bg")).toMatchObject({ time: 0, clock: null });
});

test("of glucose in both units the asked one is taken, else the first", () => {
  const header = "time;glucose_mg_dl;glucose_mmol_l";
  expect(columns(header)).toMatchObject({ glucose: 1, unit: "mg/dL" });
  expect(columns(header, "mmol/L")).toMatchObject({ glucose: 2, unit: "mmol/L" });
});

test.each([
  "a;b",
  "time;insulin",
  "glucose;dose",
  "timestamp;ketone mmol/L",
  "glucose time;weight",
  "time;HbA1c (mmol/mol)",
])("%s is no header of a table of readings", (header) => {
  expect(columns(header)).toBeNull();
});

test("whose readings they are stands in the column of subjects; a mere id may number the rows", () => {
  expect(columns("Subject_ID;time;glucose")).toMatchObject({ subject: 0, mayNumberRows: false });
  expect(columns("time;glucose;patient")).toMatchObject({ subject: 2, mayNumberRows: false });
  expect(columns("id;time;glucose")).toMatchObject({ subject: 0, mayNumberRows: true });
  expect(columns("time;glucose;device id")).toMatchObject({ subject: null });
});
