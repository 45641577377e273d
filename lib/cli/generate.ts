import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";

await runCommand(async () => {
  if (await ensurePrismaClient()) console.log("Made the database client from prisma/schema.prisma.");
});
