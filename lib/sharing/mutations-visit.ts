import type { Pool } from "pg";
import { giveTryBack, takeTry } from "@/lib/accounts/mutations-attempts";
import { type Place, sealPlace } from "@/lib/accounts/sealed-place";
import { record } from "@/lib/audit/record";
import type { Transaction } from "@/lib/db/client";
import { enterPatient, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import type { GlucoseUnit } from "@/lib/format/unit";
import { hashToken, newId, newSecretToken } from "@/lib/ids";
import { patientKey } from "@/lib/patients/keys";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import { refused } from "@/lib/refusals";
import { passcodeHash } from "./passcode";

/** Wrong passcodes that may be tried in an hour: of one link, and from one network. */
export const PASSCODE_TRIES = {
  link: { name: "link-passcode", max: 5, minutes: 60 },
  network: { name: "link-passcode-network", max: 20, minutes: 60 },
} as const;

/** How long one opening lasts at most. */
export const VISIT_HOURS = 4;

/** What somebody brings who wants to open a link. */
export interface LinkProof {
  readonly token: string;
  readonly passcode: string;
}

export interface VisitingBrowser {
  readonly place: Place;
  /** Whom the tries are counted for. */
  readonly network: string;
  /** Of the visit that this browser makes already; null without one. */
  readonly visitToken: string | null;
}

export interface OpenedVisit {
  readonly patientId: string;
  /** For the browser's cookie; only its hash is kept. */
  readonly visitToken: string;
}

/**
 * Opens a link: one opening of those it has, told to its owner. A browser whose visit is still going on goes on with it
 * and uses none. Refuses with `wrong-passcode`, and with `link-over` whatever it is that ended the link.
 */
export async function openViewLink(
  { token, passcode: typed }: LinkProof,
  browser: VisitingBrowser,
  { pool, ...options }: TransactionOptions & { readonly pool?: Pool } = {},
): Promise<OpenedVisit> {
  const tokenHash = hashToken(token);
  await takeTry(PASSCODE_TRIES.network, [browser.network], { pool });
  await takeTry(PASSCODE_TRIES.link, [tokenHash], { pool });
  const opened = await openWithPasscode(tokenHash, typed, browser, options);
  await giveTryBack(PASSCODE_TRIES.link, [tokenHash], { pool });
  await giveTryBack(PASSCODE_TRIES.network, [browser.network], { pool });
  return opened;
}

function openWithPasscode(
  tokenHash: string,
  typed: string,
  browser: VisitingBrowser,
  options: TransactionOptions,
): Promise<OpenedVisit> {
  return inSystemTransaction(
    "system:sharing",
    async (tx) => {
      const link = await liveLink(tx, tokenHash);
      if (link === null) throw refused("link-over");
      const { shareId, patientId } = link;
      const passcode = parseReadAloudCode(typed);
      if (passcode === null || passcodeHash(shareId, passcode) !== link.passcodeHmac)
        throw refused("wrong-passcode");
      if (browser.visitToken !== null && (await isVisiting(tx, shareId, browser.visitToken)))
        return { patientId, visitToken: browser.visitToken };
      if (link.opensUsed >= link.opensMax) throw refused("link-over");
      await tx.shareLink.update({
        where: { shareId },
        data: { opensUsed: { increment: 1 } },
        select: { shareId: true },
      });
      return { patientId, visitToken: await beginVisit(tx, link, browser.place) };
    },
    options,
  );
}

interface LiveLink {
  readonly shareId: string;
  readonly patientId: string;
  readonly passcodeHmac: string;
  readonly opensMax: number;
  readonly opensUsed: number;
  readonly glucoseUnit: string;
}

/**
 * Its share is locked, so that two who open it at once do not share its last opening, and nobody opens what its owner is
 * stopping. The share first, as erasing does it: the other way round they would wait for each other.
 */
async function liveLink(tx: Transaction, tokenHash: string): Promise<LiveLink | null> {
  const [share] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM share AS s JOIN share_link AS l ON l.share_id = s.id
    WHERE l.token_hash = ${tokenHash} AND s.state = 'active' AND s.expires_at > clock_timestamp()
    FOR NO KEY UPDATE OF s`;
  if (!share) return null;
  // A statement of its own: what is read beside a lock is from before the wait for it.
  return tx.shareLink.findUnique({
    where: { shareId: share.id },
    select: {
      shareId: true,
      patientId: true,
      passcodeHmac: true,
      opensMax: true,
      opensUsed: true,
      glucoseUnit: true,
    },
  });
}

async function isVisiting(tx: Transaction, shareId: string, visitToken: string): Promise<boolean> {
  const [visit] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM link_visit WHERE token_hash = ${hashToken(visitToken)} AND share_id = ${shareId}::uuid
      AND expires_at > clock_timestamp()`;
  return visit !== undefined;
}

async function beginVisit(
  tx: Transaction,
  { shareId, patientId, glucoseUnit }: LiveLink,
  place: Place,
): Promise<string> {
  const [visitId, visitToken] = [newId(), newSecretToken()];
  await enterPatient(tx, { patientId, actor: "system:sharing" });
  const sealed = sealPlace(place, ["visit-place", visitId], await patientKey(tx, patientId));
  await tx.$executeRaw`
    INSERT INTO link_visit (id, share_id, patient_id, token_hash, opened_at, expires_at, glucose_unit, sealed)
    VALUES (${visitId}::uuid, ${shareId}::uuid, ${patientId}::uuid, ${hashToken(visitToken)}, clock_timestamp(),
      clock_timestamp() + make_interval(hours => ${VISIT_HOURS}), ${glucoseUnit}, ${sealed})`;
  const detail = { shareId, visitId };
  await record(tx, { actor: "system:sharing", patientId }, { action: "share.opened", detail });
  return visitToken;
}

/** Ends a visit: its cookie opens nothing any more. */
export async function endVisit(visitToken: string, options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:sharing",
    (tx) => tx.$executeRaw`
      UPDATE link_visit SET expires_at = clock_timestamp()
      WHERE token_hash = ${hashToken(visitToken)} AND expires_at > clock_timestamp()`,
    options,
  );
}

/** The unit in which a visit reads; false when the visit is over. */
export async function changeVisitUnit(
  visitToken: string,
  glucoseUnit: GlucoseUnit,
  options: TransactionOptions = {},
): Promise<boolean> {
  const changed = await inSystemTransaction(
    "system:sharing",
    (tx) => tx.$executeRaw`
      UPDATE link_visit SET glucose_unit = ${glucoseUnit}
      WHERE token_hash = ${hashToken(visitToken)} AND expires_at > clock_timestamp()`,
    options,
  );
  return changed > 0;
}
