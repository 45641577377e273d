import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { lastFiveMinutes, readSimulatorCommand, withPeopleFromFiles } from "@/lib/cli/simulator-options";
import { StartProblem } from "@/lib/start-problem";

const folder = mkdtempSync(path.join(tmpdir(), "simulator-options-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const where = path.join(folder, name);
  writeFileSync(where, text);
  return where;
}

const read = (...argv: string[]) => readSimulatorCommand(argv, {});

test("without options it listens on 4010, or where DEXCOM_SIMULATOR_PORT says, without delay", () => {
  expect(read()).toEqual({
    port: 4010,
    delayMinutes: 0,
    people: [],
    callsPerHourMax: 60_000,
    frozenEnd: null,
  });
  expect(readSimulatorCommand([], { DEXCOM_SIMULATOR_PORT: "4999" })).toMatchObject({ port: 4999 });
  expect(readSimulatorCommand(["--port", "1"], { DEXCOM_SIMULATOR_PORT: "4999" })).toMatchObject({ port: 1 });
});

test("every option is read", () => {
  const [key, cert] = [file("key.pem", "KEY"), file("cert.pem", "CERT")];
  const argv = `--port 5000 --host 0.0.0.0 --tls-key ${key} --tls-cert ${cert} --delay 180 --rate-limit 100
    --frozen-end 2030-01-31T12:00:00Z --person A=a.csv --person B=dir/b=c.csv#subject#1`.split(/\s+/);
  expect(read(...argv)).toEqual({
    port: 5000,
    host: "0.0.0.0",
    tls: { key: "KEY", cert: "CERT" },
    delayMinutes: 180,
    callsPerHourMax: 100,
    frozenEnd: Date.UTC(2030, 0, 31, 12),
    people: [
      { name: "A", file: "a.csv" },
      { name: "B", file: "dir/b=c.csv", subject: "subject#1" },
    ],
  });
  expect(read("--help")).toBe("help");
});

test("a frozen end without a time is the start", () => {
  expect(read("--frozen-end")).toMatchObject({ frozenEnd: "start" });
  expect(read("--frozen-end", "--delay", "60")).toMatchObject({ frozenEnd: "start", delayMinutes: 60 });
});

test.each([
  [["--port", "http"], "--port is http"],
  [["--port", "70000"], "--port is 70000"],
  [["--delay", "90"], "--delay is 90: it must be 0, 60 or 180 minutes."],
  [["--rate-limit", "-1"], "rate-limit"],
  [["--frozen-end", "soon"], "--frozen-end is soon"],
  [["--person", "A"], "--person is A: it must have the form NAME=FILE"],
  [["--person", "=a.csv"], "--person is =a.csv"],
  [["--tls-key", "key.pem"], "--tls-key and --tls-cert belong together"],
  [
    ["--tls-key", "/nowhere/key.pem", "--tls-cert", "x"],
    "--tls-key: the file /nowhere/key.pem cannot be read (ENOENT).",
  ],
  [["--colour"], "Unknown option '--colour'. Use --help to see the options."],
  [["extra"], "Use --help to see the options."],
])("%j is refused with one sentence", (argv, sentence) => {
  const attempt = () => readSimulatorCommand(argv, {});
  expect(attempt).toThrow(StartProblem);
  expect(attempt).toThrow(sentence);
});

const CSV = "subject,time,glucose_mg_dl\none,2020-01-01 00:00:00,100.5\none,2020-01-01 00:05:00,39.4\n";

test("people from files are added with their readings moved to the present", () => {
  const endsAt = Date.UTC(2030, 2, 1, 14, 5);
  const files = [{ name: "Real", file: file("real.csv", CSV) }];
  const [person] = withPeopleFromFiles([], files, endsAt);
  const egvs = person?.egvs(endsAt - 3_600_000, endsAt + 1) ?? [];
  expect(egvs.map((egv) => [egv.value, egv.status])).toEqual([
    [101, null],
    [39, "low"],
  ]);
  expect(egvs.at(-1)?.systemTime).toBeLessThanOrEqual(endsAt);
});

test("a missing file, a file without readings and a second person of a name are refused with one sentence", () => {
  const add = (name: string, where: string) => () =>
    withPeopleFromFiles(
      [],
      [
        { name: "Twin", file: file("twin.csv", CSV) },
        { name, file: where },
      ],
      0,
    );
  expect(add("A", "/nowhere.csv")).toThrow("--person A: the file /nowhere.csv cannot be read (ENOENT).");
  expect(add("A", file("empty.csv", "a,b\n"))).toThrow(StartProblem);
  expect(add("Twin", file("real.csv", CSV))).toThrow("there is already a person called Twin");
});

test("the present is the last full five minutes", () => {
  expect(lastFiveMinutes(Date.UTC(2030, 2, 1, 14, 7, 59))).toBe(Date.UTC(2030, 2, 1, 14, 5));
});
