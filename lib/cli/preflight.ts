import { isPortFree } from "@/lib/db/embedded-port";
import { StartProblem } from "@/lib/start-problem";

export interface WantedPort {
  readonly port: number;
  /** The setting that chooses it. */
  readonly setting: string;
  /** Who wants it, as it reads in a sentence. */
  readonly user: string;
}

/** Throws one sentence for the first port that somebody else holds. */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  const [first, second] = wanted;
  if (first && second && first.port === second.port)
    throw new StartProblem(
      `${first.setting} and ${second.setting} are both ${first.port}: give ${second.user} another port with ${second.setting}.`,
    );
  for (const { port, setting, user } of wanted)
    if (!(await isPortFree(port)))
      throw new StartProblem(
        `Port ${port}, wanted by ${user}, is already in use: stop the program that uses it, or choose another port with ${setting}, for example ${setting}=${port + 1}.`,
      );
}
