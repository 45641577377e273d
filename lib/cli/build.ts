import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";
import { buildApp } from "@/lib/cli/production-build";

await runCommand(async () => {
  await ensurePrismaClient();
  await buildApp({ echo: (chunk) => process.stdout.write(chunk) });
});
