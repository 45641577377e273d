export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A table read row by row. Cells are cut out of the text only when somebody asks for them. */
export interface CsvRows {
  /** Moves to the next row in which there is anything; false at the end of the text. */
  readonly next: () => boolean;
  /** The physical line on which the row begins, from 1; line ends inside quotation marks count. */
  readonly line: () => number;
  /** True when the quotation marks of the row do not match: it then has no cells. */
  readonly isBroken: () => boolean;
  readonly cellCount: () => number;
  /** A cell without its quotation marks and without white space around it; "" where the row has none. */
  readonly cell: (index: number) => string;
  /** Whether a cell is just this text, without cutting it out. */
  readonly cellIs: (index: number, text: string) => boolean;
  /** A cell of one to twelve digits as a number, without cutting it out; NaN for every other cell. */
  readonly wholeNumber: (index: number) => number;
}

const QUOTE = 34;
const SPACE = 32;
const CARRIAGE_RETURN = 13;
const ZERO = 48;
const WHOLE_DIGITS_MAX = 12;

// A quotation mark that nobody closed would swallow the rest of the file; no note has this many lines.
const LINES_PER_CELL_MAX = 20;

/**
 * The rows of a table in the sense of RFC 4180, with any of the `DELIMITERS` and with the line ends of Windows, Unix
 * and the old Mac. Rows without content are skipped, rows may differ in length, blanks before and after quotation marks
 * are allowed, and a quotation mark inside a bare cell is an ordinary character.
 *
 * Hand-made because a broken row must cost that row only: the parsers at hand read on to the next quotation mark,
 * wherever it is. Linear in the length of the text, whatever it holds.
 */
export function csvRows(source: string, delimiter: Delimiter): CsvRows {
  const text = source.includes("\n") ? source : source.replaceAll("\r", "\n");
  const separator = delimiter.charCodeAt(0);
  const starts: number[] = [];
  const ends: number[] = [];
  let count = 0;
  let broken = false;
  let filled = false;
  let line = 0;
  let nextLine = 1;
  let at = 0;

  function endOfLine(from: number): number {
    const end = text.indexOf("\n", from);
    return end === -1 ? text.length : end;
  }

  function add(start: number, end: number): void {
    starts[count] = start;
    ends[count] = end;
    count += 1;
    if (end > start) filled = true;
  }

  /** Where the quoted cell that begins at `from` ends; -1 when it does not, or not within reach. */
  function closingQuote(from: number, lineEnd: number): number {
    // Nearly always it closes on its line: looking there first costs less than a call.
    let near = from;
    while (near < lineEnd && text.charCodeAt(near) !== QUOTE) near += 1;
    if (near < lineEnd && text.charCodeAt(near + 1) !== QUOTE) return near;
    let reach = -1;
    for (let close = text.indexOf('"', from); close !== -1; close = text.indexOf('"', close + 2)) {
      if (close > lineEnd) {
        if (reach === -1) {
          reach = lineEnd;
          for (let lines = 1; lines < LINES_PER_CELL_MAX; lines += 1) reach = endOfLine(reach + 1);
        }
        if (close > reach) return -1;
      }
      if (text.charCodeAt(close + 1) !== QUOTE) return close;
    }
    return -1;
  }

  function readRow(): void {
    count = 0;
    broken = false;
    filled = false;
    line = nextLine;
    const firstLineEnd = endOfLine(at);
    let lineEnd = firstLineEnd;
    let i = at;
    for (;;) {
      while (i < lineEnd && text.charCodeAt(i) === SPACE) i += 1;
      if (i < lineEnd && text.charCodeAt(i) === QUOTE) {
        const close = closingQuote(i + 1, lineEnd);
        if (close === -1) broken = true;
        for (; close > lineEnd; lineEnd = endOfLine(lineEnd + 1)) nextLine += 1;
        add(i + 1, close);
        i = close + 1;
        while (i < lineEnd && isBlank(text.charCodeAt(i))) i += 1;
        if (i < lineEnd && text.charCodeAt(i) !== separator) broken = true;
        if (broken) break;
      } else {
        const start = i;
        while (i < lineEnd && text.charCodeAt(i) !== separator) i += 1;
        add(start, i === lineEnd && text.charCodeAt(i - 1) === CARRIAGE_RETURN && i > start ? i - 1 : i);
      }
      if (i >= lineEnd) break;
      i += 1;
    }
    if (broken) {
      count = 0;
      nextLine = line;
      lineEnd = firstLineEnd;
    }
    nextLine += 1;
    at = lineEnd + 1;
  }

  function cell(index: number): string {
    if (index < 0 || index >= count) return "";
    const start = starts[index] ?? 0;
    const end = ends[index] ?? 0;
    if (start === end) return "";
    const raw = text.slice(start, end);
    if (text.charCodeAt(start - 1) === QUOTE && raw.includes('""')) return raw.replaceAll('""', '"').trim();
    return mayBeBlank(text.charCodeAt(start)) || mayBeBlank(text.charCodeAt(end - 1)) ? raw.trim() : raw;
  }

  return {
    next: () => {
      while (at < text.length) {
        readRow();
        if (filled || broken) return true;
      }
      return false;
    },
    line: () => line,
    isBroken: () => broken,
    cellCount: () => count,
    cell,
    cellIs: (index, wanted) => {
      const start = starts[index] ?? 0;
      const isSame = index < count && ends[index] === start + wanted.length && text.startsWith(wanted, start);
      return isSame || cell(index) === wanted;
    },
    wholeNumber: (index) => {
      const start = starts[index] ?? 0;
      const end = index < count ? (ends[index] ?? 0) : start;
      if (start === end || end - start > WHOLE_DIGITS_MAX) return Number.NaN;
      let value = 0;
      for (let i = start; i < end; i += 1) {
        const digit = text.charCodeAt(i) - ZERO;
        if (digit < 0 || digit > 9) return Number.NaN;
        value = value * 10 + digit;
      }
      return value;
    },
  };
}

/** Whether `trim` has to look at a character at all: its call costs more than cutting out the cell. */
function mayBeBlank(code: number): boolean {
  return code <= SPACE || code > 126;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === CARRIAGE_RETURN;
}

/** The cells of the row on which `rows` stands. */
export function cellsOf(rows: CsvRows): string[] {
  return Array.from({ length: rows.cellCount() }, (_, index) => rows.cell(index));
}
