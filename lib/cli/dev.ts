import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import { serveUntilStopped } from "@/lib/cli/serve";

await runCommand(() => serveUntilStopped("dev"));
