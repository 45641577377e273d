import type { FaultOf } from "@/lib/simulator/faults";
import type { Fields } from "@/lib/simulator/v3/device-style";

type MalformedRecord = FaultOf<"malformedRecord">;

/** JSON text of an answer with one bad row among good ones. */
export function writeWithMalformedRecord(body: Fields, { row: index, how }: MalformedRecord): string {
  for (const [name, rows] of Object.entries(body)) {
    if (!isList(rows)) continue;
    const [row, other] = [rows[index], rows[index === 0 ? 1 : 0]];
    if (!isFields(row)) continue;
    const spoilt = SPOIL[how](row, isFields(other) ? other : row);
    return withRawText({ ...body, [name]: rows.with(index, RAW_TEXT) }, spoilt);
  }
  return JSON.stringify(body);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Stands for text that no JSON value would be written as. */
const RAW_TEXT = "raw text goes here";

function withRawText(body: Fields, text: string): string {
  return JSON.stringify(body).replace(JSON.stringify(RAW_TEXT), () => text);
}

const withRawValue = (text: string) => (row: Fields) => withRawText({ ...row, value: RAW_TEXT }, text);

/** How one row, and another one of the same answer, become a bad row. */
const SPOIL: Readonly<Record<MalformedRecord["how"], (row: Fields, other: Fields) => string>> = {
  wrongTypes: (row) =>
    JSON.stringify({ ...row, value: { amount: [true] }, transmitterTicks: "many", displayTime: 12 }),
  missingTime: (row) => JSON.stringify({ ...row, systemTime: undefined }),
  impossibleTime: (row) => JSON.stringify({ ...row, systemTime: "2030-02-31T25:61:00Z" }),
  null: () => "null",
  text: () => '"not a record"',
  duplicateId: (row, other) => JSON.stringify({ ...row, recordId: other["recordId"] }),
  hugeNumber: withRawValue("1e999"),
  nan: withRawValue("NaN"),
  duplicateKey: withRawValue('100,"value":300'),
};
