import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Instant, MINUTE_MS } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { personFromCsv } from "@/lib/simulator/people/from-csv";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { CALLS_PER_HOUR_MAX } from "@/lib/simulator/rate-limit";
import { parseWireInstant } from "@/lib/simulator/wire-time";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

const DEFAULT_PORT = 4010;
const DELAYS_MINUTES = ["0", "60", "180"];

export const SIMULATOR_HELP = `npm run simulator -- [options]

An offline Dexcom Web API sandbox, versions 2 and 3, with simulated people.

  --port NUMBER               where to listen (default: DEXCOM_SIMULATOR_PORT, else ${DEFAULT_PORT}; 0 takes any free port)
  --host ADDRESS              listen on this address only (default: 127.0.0.1 and ::1)
  --tls-key FILE              speak HTTPS with this private key and certificate (PEM); both or neither
  --tls-cert FILE
  --delay 0|60|180            minutes before a record can be seen (default: 0, as in the sandbox)
  --person NAME=FILE[#SUBJECT]  also a person made of the readings in a CSV file; may be repeated
  --rate-limit NUMBER         calls per client and hour (default: ${CALLS_PER_HOUR_MAX})
  --frozen-end [TIME]         no data after this time (default: the start), as in a sandbox whose data is historical
  --help                      this text
`;

export interface SimulatorCommand {
  readonly port: number;
  readonly host?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly delayMinutes: number;
  readonly people: readonly PersonFile[];
  readonly callsPerHourMax: number;
  /** `start` stands for the moment the simulator starts. */
  readonly frozenEnd: Instant | "start" | null;
}

interface PersonFile {
  readonly name: string;
  readonly file: string;
  readonly subject?: string;
}

/** The options of the command line, or `help`. Throws one sentence for the first that cannot be used. */
export function readSimulatorCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SimulatorCommand | "help" {
  const values = parse(argv);
  if (values.help) return "help";
  if ((values["tls-key"] === undefined) !== (values["tls-cert"] === undefined)) {
    throw new StartProblem("--tls-key and --tls-cert belong together: give both or neither.");
  }
  const delay = values.delay ?? "0";
  if (!DELAYS_MINUTES.includes(delay))
    throw new StartProblem(`--delay is ${delay}: it must be 0, 60 or 180 minutes.`);
  const port = values.port ?? environment["DEXCOM_SIMULATOR_PORT"];
  return {
    port: port === undefined || port === "" ? DEFAULT_PORT : wholeNumber("--port", port, 65_535),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values["tls-key"] === undefined || values["tls-cert"] === undefined
      ? {}
      : {
          tls: {
            key: readText("--tls-key", values["tls-key"]),
            cert: readText("--tls-cert", values["tls-cert"]),
          },
        }),
    delayMinutes: Number(delay),
    people: (values.person ?? []).map(personFile),
    callsPerHourMax:
      values["rate-limit"] === undefined
        ? CALLS_PER_HOUR_MAX
        : wholeNumber("--rate-limit", values["rate-limit"], Number.MAX_SAFE_INTEGER),
    frozenEnd: frozenEnd(values["frozen-end"]),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: argv.map((argument, index) => (isBareFrozenEnd(argv, index) ? `${argument}=start` : argument)),
      options: {
        port: { type: "string" },
        host: { type: "string" },
        "tls-key": { type: "string" },
        "tls-cert": { type: "string" },
        delay: { type: "string" },
        person: { type: "string", multiple: true },
        "rate-limit": { type: "string" },
        "frozen-end": { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new StartProblem(`${why}. Use --help to see the options.`);
  }
}

// An option with an optional value is beyond parseArgs.
function isBareFrozenEnd(argv: readonly string[], index: number): boolean {
  return argv[index] === "--frozen-end" && (argv[index + 1]?.startsWith("--") ?? true);
}

function frozenEnd(text: string | undefined): SimulatorCommand["frozenEnd"] {
  if (text === undefined || text === "start") return text ?? null;
  const at = parseWireInstant(text);
  if (at === null) {
    throw new StartProblem(`--frozen-end is ${text}: it must be a time of the form 2030-01-31T12:00:00Z.`);
  }
  return at;
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new StartProblem(`${option} is ${text}: it must be a whole number from 0 to ${max}.`);
  }
  return value;
}

function personFile(text: string): PersonFile {
  const [name = "", ...rest] = text.split("=");
  const [file = "", ...subject] = rest.join("=").split("#");
  if (name === "" || file === "") {
    throw new StartProblem(`--person is ${text}: it must have the form NAME=FILE or NAME=FILE#SUBJECT.`);
  }
  return { name, file, ...(subject.length === 0 ? {} : { subject: subject.join("#") }) };
}

/** The people of the files, their readings moved to end at `endsAt`, added to those there are already. */
export function withPeopleFromFiles(
  people: readonly SimulatedPerson[],
  files: readonly PersonFile[],
  endsAt: Instant,
): SimulatedPerson[] {
  const all = [...people];
  for (const { name, file, subject } of files) {
    if (all.some((person) => person.name === name)) {
      throw new StartProblem(
        `--person ${name}=…: there is already a person called ${name}; choose another name.`,
      );
    }
    const csv = readText(`--person ${name}`, file);
    all.push(personOf(file, { name, csv, endsAt, ...(subject === undefined ? {} : { subject }) }));
  }
  return all;
}

function personOf(file: string, options: Parameters<typeof personFromCsv>[0]): SimulatedPerson {
  try {
    return personFromCsv(options);
  } catch (error) {
    if (error instanceof AppError)
      throw new StartProblem(`--person ${options.name}=${file}: ${error.detail}`);
    throw error;
  }
}

function readText(option: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartProblem(
      `${option}: the file ${file} cannot be read (${systemErrorCode(error) ?? "unknown error"}).`,
    );
  }
}

/** Real readings end at the last full five minutes before the simulator starts. */
export function lastFiveMinutes(now: Instant): Instant {
  return Math.floor(now / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
}
