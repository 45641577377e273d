/** Why a file as a whole cannot be read. `detail` is one sentence for the person at the terminal. */
export interface FileProblem {
  readonly code:
    | "empty"
    | "not-text"
    | "no-table"
    | "no-unit"
    | "unit-conflict"
    | "date-order"
    | "several-subjects"
    | "no-such-subject"
    | "no-readings";
  readonly detail: string;
}

/** A row that was left out: its physical line, from 1, and what is wrong with it, without a full stop. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}
