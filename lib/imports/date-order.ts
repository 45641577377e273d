import type { CsvRows } from "./csv-rows";
import type { TableColumns } from "./file-layout";
import { type DateOrder, dateOrderShownBy } from "./file-timestamp";

/**
 * Whether the dates of a whole column have the day or the month first: what the dates that can only be one of both say,
 * by majority. Null when none says anything, or as many say the one as the other. `rows` is read to its end.
 */
export function dateOrderOf(rows: CsvRows, { time }: TableColumns): DateOrder | null {
  let dayFirst = 0;
  let monthFirst = 0;
  while (rows.next()) {
    const shown = dateOrderShownBy(rows.cell(time));
    if (shown === "dmy") dayFirst += 1;
    else if (shown === "mdy") monthFirst += 1;
  }
  return dayFirst === monthFirst ? null : dayFirst > monthFirst ? "dmy" : "mdy";
}
