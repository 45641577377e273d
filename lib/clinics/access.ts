import { userActor } from "@/lib/audit/schema";
import type { TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { comeIn } from "./mutations-coming";
import { ClinicAccess } from "./policy";

/** Looked up in place of an id that cannot exist, so that nonsense costs the same query as a stranger's id. */
const NO_CLINIC = "00000000-0000-0000-0000-000000000000";

/**
 * What somebody may do in a clinic, and the sign that they came. Strangers, former members, those who stopped coming and ids
 * that nobody has get the very same `no-such-clinic`: the answer tells nobody which clinics exist.
 */
export async function accessToClinic(
  { userId, clinicId: asked }: { readonly userId: string; readonly clinicId: string },
  options: TransactionOptions = {},
): Promise<ClinicAccess> {
  const clinicId = isId(asked) ? asked : NO_CLINIC;
  const role = await comeIn({ userId, clinicId }, options);
  if (role === null) throw refused("no-such-clinic");
  return ClinicAccess.mint({ clinicId, userId, actor: userActor(userId), role });
}
