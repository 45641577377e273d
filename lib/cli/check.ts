import "@/lib/cli/require-node";
import { runChecks } from "@/lib/cli/checks";
import { runCommand } from "@/lib/cli/command";

await runCommand(async () => {
  const outcomes = await runChecks(({ title, ok, seconds, output }) => {
    console.log(`${ok ? "✓" : "✗"} ${title} (${seconds.toFixed(1)} s)`);
    if (!ok) console.log(`\n${output}\n`);
  });
  const failed = outcomes.filter(({ ok }) => !ok).map(({ title }) => title);
  console.log(failed.length === 0 ? "\nAll checks passed." : `\nNot satisfied: ${failed.join("; ")}.`);
  return failed.length === 0 ? 0 : 1;
});
