import { expect, test } from "vitest";
import { REPORT_HELP, readReportCommand, STANDARD_INPUT } from "@/lib/cli/report-options";
import { StartProblem } from "@/lib/start-problem";

const read = (...argv: string[]) => readReportCommand(argv);

test("files alone are reported whole, as text, each in its own unit", () => {
  expect(read("a.csv", STANDARD_INPUT, "b c.csv")).toEqual({
    files: ["a.csv", "-", "b c.csv"],
    from: null,
    to: null,
    unit: null,
    subject: null,
    dateOrder: null,
    exclude: [],
    format: "text",
  });
});

test("every option is read, before and after the files", () => {
  const argv =
    "--from 2026-03-01 a.csv --to 2026-03-01 --unit MMOL/L --subject=-1 --date-order mdy --exclude sensor-start-24 b.csv --exclude compression-lows --exclude sensor-start-24 --json";
  expect(read(...argv.split(" "))).toEqual({
    files: ["a.csv", "b.csv"],
    from: "2026-03-01",
    to: "2026-03-01",
    unit: "mmol/L",
    subject: "-1",
    dateOrder: "mdy",
    exclude: ["sensor-start-24", "compression-lows"],
    format: "json",
  });
  expect(read("--", "--odd-name.csv")).toMatchObject({ files: ["--odd-name.csv"] });
  expect(read("a.csv", "--csv")).toMatchObject({ format: "csv" });
  expect(read("a.csv", "--text")).toMatchObject({ format: "text" });
});

test("help wins over everything and names every option", () => {
  expect(read("--help")).toBe("help");
  expect(read("a.csv", "--json", "--csv", "--help")).toBe("help");
  for (const option of [
    "from",
    "to",
    "unit",
    "subject",
    "date-order",
    "exclude",
    "text",
    "json",
    "csv",
    "help",
  ]) {
    expect(REPORT_HELP).toContain(`--${option}`);
  }
});

test.each([
  [[], "Name at least one file to report on. Use --help to see the options."],
  [[STANDARD_INPUT, STANDARD_INPUT], "- is given twice: standard input can be read only once."],
  [
    ["a.csv", "--from", "2026-02-30"],
    "--from is 2026-02-30: it must be a date of the calendar written as YYYY-MM-DD.",
  ],
  [["a.csv", "--to", "yesterday"], "--to is yesterday"],
  [
    ["a.csv", "--from", "2026-03-02", "--to", "2026-03-01"],
    "--to is 2026-03-01: it must not lie before --from, 2026-03-02.",
  ],
  [["a.csv", "--unit", "mg"], "--unit is mg: it must be mg/dL or mmol/L."],
  [["a.csv", "--date-order", "ymd"], "--date-order is ymd: it must be dmy or mdy."],
  [
    ["a.csv", "--exclude", "lows"],
    "--exclude is lows: it must be sensor-start-12, sensor-start-24 or compression-lows.",
  ],
  [["a.csv", "--subject", ""], "--subject is empty: name whose readings to take."],
  [["a.csv", "--json", "--csv"], "--json and --csv exclude one another: choose one."],
  [["a.csv", "--unit"], "Option '--unit <value>' argument missing. Use --help to see the options."],
  [["a.csv", "--colour"], "Unknown option '--colour'. Use --help to see the options."],
  [["a.csv", "--json=yes"], "Use --help to see the options."],
])("%j is refused with one sentence", (argv, sentence) => {
  const attempt = () => readReportCommand(argv);
  expect(attempt).toThrow(StartProblem);
  expect(attempt).toThrow(sentence);
});
