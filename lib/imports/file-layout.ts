import type { GlucoseUnit } from "@/lib/format/unit";
import type { Delimiter } from "./csv-rows";

export type FileFormat = "clarity" | "plain";

/** Where things are in a table; column numbers from 0, null where there is no such column. */
export interface TableColumns {
  readonly time: number;
  /** The time of day, when `time` holds only the date. */
  readonly clock: number | null;
  readonly glucose: number;
  /** The unit that the header names. */
  readonly unit: GlucoseUnit | null;
  readonly subject: number | null;
  /** True when the subject column may as well number the rows. */
  readonly mayNumberRows: boolean;
  /** The column that says what kind of row it is, and what it says of sensor readings. */
  readonly kind: { readonly column: number; readonly reading: string } | null;
  readonly device: number | null;
  readonly transmitterId: number | null;
  readonly transmitterTicks: number | null;
  readonly count: number;
}

export interface FileLayout {
  readonly format: FileFormat;
  readonly delimiter: Delimiter;
  /** The physical line of the header; 0 when the file has none. */
  readonly headerLine: number;
  readonly columns: TableColumns;
}
