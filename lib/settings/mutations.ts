import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { refused } from "@/lib/refusals";
import { type Settings, settingsSchema } from "./schema";

/** Saves the settings of the signed-in person. */
export async function saveSettings(
  userId: string,
  settings: Settings,
  options: TransactionOptions = {},
): Promise<void> {
  const { glucoseUnit } = settingsSchema.parse(settings);
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      const { count } = await tx.user.updateMany({ where: { id: userId }, data: { glucoseUnit } });
      if (count === 0) throw refused("no-such-person");
      await record(
        tx,
        { actor, patientId: null },
        { action: "settings.changed", detail: { setting: "glucoseUnit" } },
      );
    },
    options,
  );
}
