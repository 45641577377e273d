import { SettingError } from "@/lib/setting-error";
import { StartProblem } from "@/lib/start-problem";

/**
 * Runs an entry point. What the person at the terminal can put right is printed as its one sentence; anything else is
 * a fault of ours and keeps its stack.
 */
export async function runCommand(main: () => Promise<number | undefined | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(
      error instanceof StartProblem || error instanceof SettingError ? `\n${error.message}` : error,
    );
    process.exitCode = 1;
  }
}
