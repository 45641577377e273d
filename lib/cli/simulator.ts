import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import {
  lastFiveMinutes,
  readSimulatorCommand,
  SIMULATOR_HELP,
  type SimulatorCommand,
  withPeopleFromFiles,
} from "@/lib/cli/simulator-options";
import { untilInterrupted } from "@/lib/cli/until-interrupted";
import { systemClock } from "@/lib/clock";
import { DEFAULT_CLIENT } from "@/lib/simulator/oauth/clients";
import { defaultCast } from "@/lib/simulator/people/cast";
import { type SimulatorServer, startSimulatorServer } from "@/lib/simulator/server";
import { createSimulator } from "@/lib/simulator/simulator";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

await runCommand(async () => {
  const command = readSimulatorCommand(process.argv.slice(2), process.env);
  if (command === "help") return console.log(SIMULATOR_HELP);
  const stopped = untilInterrupted();
  const endsAt = lastFiveMinutes(systemClock.now());
  const people = withPeopleFromFiles(defaultCast({ endsAt }), command.people, endsAt);
  const simulator = createSimulator({
    people,
    delayMinutes: command.delayMinutes,
    callsPerHourMax: command.callsPerHourMax,
    ...(command.frozenEnd === null
      ? {}
      : { dataEnd: command.frozenEnd === "start" ? endsAt : command.frozenEnd }),
  });
  const server = await listen(command, simulator);
  console.log(`The Dexcom simulator listens on ${server.origin}

  client id      ${DEFAULT_CLIENT.id}
  client secret  ${DEFAULT_CLIENT.secret}
  redirects      any on localhost, 127.0.0.1 or [::1]
  permissions    ${server.origin}/permissions
  control        ${server.origin}/__control
  delay          ${command.delayMinutes} minutes

People:
${people.map((person) => `  ${person.name.padEnd(24)} ${person.story}`).join("\n")}

Ctrl-C stops it.`);
  await stopped;
  await server.close();
});

async function listen(
  { port, host, tls }: SimulatorCommand,
  simulator: ReturnType<typeof createSimulator>,
): Promise<SimulatorServer> {
  try {
    return await startSimulatorServer({
      simulator,
      port,
      ...(host === undefined ? {} : { host }),
      ...(tls === undefined ? {} : { tls }),
    });
  } catch (error) {
    throw listenProblem(error, port, host) ?? error;
  }
}

function listenProblem(error: unknown, port: number, host: string | undefined): StartProblem | null {
  const code = systemErrorCode(error) ?? "";
  if (code === "EADDRINUSE") {
    return new StartProblem(
      `Port ${port} is already in use: stop the program that uses it, or choose another port with --port ${port + 1}.`,
    );
  }
  if (code === "EACCES")
    return new StartProblem(`Port ${port} needs more rights: choose one above 1023 with --port.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new StartProblem(`--host is ${host}: this machine has no such address.`);
  }
  if (code.startsWith("ERR_OSSL") || code.startsWith("ERR_SSL")) {
    return new StartProblem(
      "--tls-key and --tls-cert do not hold a matching private key and certificate in PEM form.",
    );
  }
  return null;
}
