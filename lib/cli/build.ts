import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";
import { buildApp } from "@/lib/cli/production-build";

await runCommand(async () => {
  await ensurePrismaClient();
  await buildApp(process.env, { echo: (chunk) => process.stdout.write(chunk) });
});
