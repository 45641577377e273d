import { type Database, database, type Transaction } from "@/lib/db/client";
import { type Settings, settingsSchema } from "./schema";

/** The settings of the signed-in person; the defaults for somebody who has none yet. */
export async function readSettings(
  userId: string,
  db: Database | Transaction = database(),
): Promise<Settings> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { glucoseUnit: true } });
  return settingsSchema.parse({ glucoseUnit: user?.glucoseUnit ?? "mg/dL" });
}
