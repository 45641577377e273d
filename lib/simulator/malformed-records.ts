import type { FaultOf } from "@/lib/simulator/faults";
import type { Fields } from "@/lib/simulator/v3/device-style";

type MalformedRecord = FaultOf<"malformedRecord">;

/** JSON text of an answer with one bad row among good ones. */
export function writeWithMalformedRecord(body: Fields, fault: MalformedRecord): string {
  const list = Object.entries(body).find((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  if (!list || fault.row >= list[1].length) return JSON.stringify(body);
  const [name, rows] = list;
  const marked = rows.with(fault.row, MARK);
  const spoilt = spoil(
    rows[fault.row] as Fields,
    rows[fault.row === 0 ? 1 : 0] as Fields | undefined,
    fault.how,
  );
  return JSON.stringify({ ...body, [name]: marked }).replace(JSON.stringify(MARK), () => spoilt);
}

const MARK = "malformed record goes here";

function spoil(row: Fields, other: Fields | undefined, how: MalformedRecord["how"]): string {
  const { systemTime: _, ...withoutTime } = row;
  const withText = (value: string) =>
    JSON.stringify({ ...row, value: MARK }).replace(JSON.stringify(MARK), () => value);
  switch (how) {
    case "wrongTypes":
      return JSON.stringify({ ...row, value: { amount: [true] }, transmitterTicks: "many", displayTime: 12 });
    case "missingTime":
      return JSON.stringify(withoutTime);
    case "impossibleTime":
      return JSON.stringify({ ...row, systemTime: "2030-02-31T25:61:00Z" });
    case "null":
      return "null";
    case "text":
      return '"not a record"';
    case "duplicateId":
      return JSON.stringify({ ...row, recordId: other?.["recordId"] ?? row["recordId"] });
    case "hugeNumber":
      return withText("1e999");
    case "nan":
      return withText("NaN");
    case "duplicateKey":
      return withText('100,"value":300');
  }
}
