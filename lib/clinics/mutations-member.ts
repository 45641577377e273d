import { record } from "@/lib/audit/record";
import type { Transaction } from "@/lib/db/client";
import { enterClinic, inClinicTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { byMember, managing } from "./mutations";
import { removeInactive } from "./mutations-coming";
import type { ClinicAccess } from "./policy";
import type { ClinicRole } from "./schema";

/** Changes what somebody may do; it holds from their very next request. */
export async function changeRole(
  access: ClinicAccess,
  { userId, role }: { readonly userId: string; readonly role: ClinicRole },
  options: TransactionOptions = {},
): Promise<void> {
  const { clinicId } = access;
  await managing(
    access,
    async (tx) => {
      const before = await memberRole(tx, access, userId);
      if (before === role) return;
      if (before === "administrator" && (await whoStays(tx, access, userId)) !== "administrators")
        throw refused("last-administrator");
      await tx.clinicMember.updateMany({ where: { clinicId, userId }, data: { role } });
      await record(tx, byMember(access), {
        action: "member.role-changed",
        detail: { clinicId, userId, role },
      });
    },
    options,
  );
}

/** Takes somebody's access away, at once. Whoever removes themselves leaves. */
export async function removeMember(
  access: ClinicAccess,
  userId: string,
  options: TransactionOptions = {},
): Promise<void> {
  if (userId === access.userId) return leaveClinic(access, options);
  await managing(
    access,
    async (tx) => {
      await memberRole(tx, access, userId);
      await remove(tx, access, { userId, reason: "removed" });
    },
    options,
  );
}

/** Leaves a clinic. With its last member it is closed: what was shared with it ends, and nothing of it remains. */
async function leaveClinic(access: ClinicAccess, options: TransactionOptions): Promise<void> {
  access.demand("look");
  const { userId } = access;
  const leave = async (tx: Transaction) => {
    if (
      (await memberRole(tx, access, userId)) === "administrator" &&
      (await whoStays(tx, access, userId)) === "others"
    )
      throw refused("last-administrator");
    await remove(tx, access, { userId, reason: "left" });
  };
  if (access.role === "administrator") return managing(access, leave, options);
  await inClinicTransaction(access, leave, options);
}

async function remove(
  tx: Transaction,
  access: ClinicAccess,
  { userId, reason }: { readonly userId: string; readonly reason: "removed" | "left" },
): Promise<void> {
  const { clinicId } = access;
  await tx.clinicMember.deleteMany({ where: { clinicId, userId } });
  await record(tx, byMember(access), { action: "member.removed", detail: { clinicId, userId, reason } });
}

/** What somebody is in this clinic, as its row says; of others and of nobody the same refusal. */
async function memberRole(tx: Transaction, { clinicId }: ClinicAccess, userId: string): Promise<string> {
  const member = isId(userId)
    ? await tx.clinicMember.findUnique({
        where: { clinicId_userId: { clinicId, userId } },
        select: { role: true },
      })
    : null;
  if (member === null) throw refused("no-such-member");
  return member.role;
}

/**
 * Who there is besides somebody, the clinic's row being locked. Those who stopped coming go first: their access must not come
 * back because nobody else is left.
 */
async function whoStays(
  tx: Transaction,
  access: ClinicAccess,
  userId: string,
): Promise<"administrators" | "others" | "nobody"> {
  const { clinicId } = access;
  await removeInactive(tx, clinicId);
  await enterClinic(tx, access);
  const others = await tx.clinicMember.findMany({
    where: { clinicId, userId: { not: userId } },
    select: { role: true },
  });
  if (others.length === 0) return "nobody";
  return others.some(({ role }) => role === "administrator") ? "administrators" : "others";
}
