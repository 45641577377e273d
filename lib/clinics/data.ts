import { userActor } from "@/lib/audit/schema";
import {
  inClinicTransaction,
  inPatientTransaction,
  inUserTransaction,
  type PatientContext,
  type TransactionOptions,
} from "@/lib/db/context";
import { refused } from "@/lib/refusals";
import { labelKindOf, roleOf, settingsOf } from "./clinic-row";
import { clinicKey } from "./keys";
import type { ClinicAccess } from "./policy";
import { openCode, openLabel, openMember } from "./sealed-clinic";
import type { ClinicView, LabelView, MemberView, OwnClinic } from "./status";

/** The clinics in which somebody works now, by name. */
export function clinicsOf(userId: string, options: TransactionOptions = {}): Promise<readonly OwnClinic[]> {
  return inUserTransaction(
    userActor(userId),
    async (tx) => {
      // Row-level security leaves out where they stopped coming.
      const rows = await tx.clinicMember.findMany({
        where: { userId },
        orderBy: [{ clinic: { name: "asc" } }, { clinicId: "asc" }],
        select: { role: true, clinic: { select: { id: true, name: true } } },
      });
      return rows.map(
        ({ role, clinic: { id, name } }) => ({ id, name, role: roleOf(role) }) satisfies OwnClinic,
      );
    },
    options,
  );
}

/** Whether whoever looks at a patient works in a clinic, or is invited to: the way there is not for everybody else. */
export function hasClinics(
  looking: PatientContext,
  userId: string,
  options: TransactionOptions = {},
): Promise<boolean> {
  return inPatientTransaction(
    looking,
    async (tx) => {
      const [found] = await tx.$queryRaw<{ any: boolean }[]>`
        SELECT EXISTS (SELECT FROM clinic_member WHERE user_id = ${userId}::uuid)
          OR EXISTS (SELECT FROM clinic_invitation AS i JOIN email_identity AS e ON e.address_hmac = i.address_hmac
            WHERE e.user_id = ${userId}::uuid) AS "any"`;
      return found?.any ?? false;
    },
    options,
  );
}

export function readClinic(access: ClinicAccess, options: TransactionOptions = {}): Promise<ClinicView> {
  access.demand("look");
  const { clinicId } = access;
  return inClinicTransaction(
    access,
    async (tx) => {
      const row = await tx.clinic.findUnique({
        where: { id: clinicId },
        select: { name: true, codeSealed: true, defaultTargets: true, inactiveDays: true },
      });
      // Removed, or closed, since the access was given.
      if (row === null) throw refused("no-such-clinic");
      const { codeSealed, ...settings } = row;
      return {
        id: clinicId,
        ...settingsOf(settings),
        code: await openCode(codeSealed, clinicId),
      } satisfies ClinicView;
    },
    options,
  );
}

/** Everybody who works in a clinic, the longest first. */
export function membersOf(
  access: ClinicAccess,
  options: TransactionOptions = {},
): Promise<readonly MemberView[]> {
  access.demand("look");
  const { clinicId } = access;
  return inClinicTransaction(
    access,
    async (tx) => {
      const rows = await tx.$queryRaw<MemberRow[]>`
        SELECT user_id AS "userId", role, sealed, joined_at AS "joinedAt", last_seen_at AS "lastSeenAt",
          role_in(clinic_id, user_id) IS NULL AS "isInactive"
        FROM clinic_member WHERE clinic_id = ${clinicId}::uuid ORDER BY joined_at, user_id`;
      if (rows.length === 0) throw refused("no-such-clinic");
      const key = await clinicKey(tx, clinicId);
      return rows.map(
        ({ userId, role, sealed, joinedAt, lastSeenAt, isInactive }) =>
          ({
            userId,
            identity: openMember(sealed, { clinicId, rowId: userId }, key),
            role: roleOf(role),
            joinedAt: joinedAt.getTime(),
            lastSeenAt: lastSeenAt.getTime(),
            isInactive,
          }) satisfies MemberView,
      );
    },
    options,
  );
}

interface MemberRow {
  readonly userId: string;
  readonly role: string;
  readonly sealed: Uint8Array;
  readonly joinedAt: Date;
  readonly lastSeenAt: Date;
  readonly isInactive: boolean;
}

/** A clinic's tags and sites, by name. */
export function labelsOf(
  access: ClinicAccess,
  options: TransactionOptions = {},
): Promise<readonly LabelView[]> {
  access.demand("look");
  const { clinicId } = access;
  return inClinicTransaction(
    access,
    async (tx) => {
      const rows = await tx.clinicLabel.findMany({
        where: { clinicId },
        select: { id: true, kind: true, sealed: true },
      });
      if (rows.length === 0) return [];
      const key = await clinicKey(tx, clinicId);
      return rows
        .map(
          ({ id, kind, sealed }) =>
            ({
              id,
              kind: labelKindOf(kind),
              name: openLabel(sealed, { clinicId, rowId: id }, key),
            }) satisfies LabelView,
        )
        .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
    },
    options,
  );
}
