import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import { openJwe, sealJwe } from "@/lib/crypto/jwe";
import { keyRing } from "@/lib/crypto/key-ring";
import { lookupValue } from "@/lib/crypto/lookup";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterSignIn, enterUser, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { hashToken, newId, newReadAloudCode, newSecretToken } from "@/lib/ids";
import { queueMail } from "@/lib/mail/mutations";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import { err, ok, type Result } from "@/lib/result";
import { addressHash, sealAddress } from "./email-identity";
import { userKey } from "./keys";
import type { Member } from "./member";
import type { LinkProblem } from "./outcome";
import { CODE_TRIES_MAX, LINK_MINUTES_MAX, type LinkPurpose } from "./schema";

/** A wish for a message. */
export interface LinkAsked {
  /** As `emailAddress` made it. */
  readonly address: string;
  readonly purpose: LinkPurpose;
  /** The secret in the cookie of the browser that asks. */
  readonly browserToken: string;
  /** For every purpose but `sign-in`. */
  readonly member: Member | null;
  /** Writes the message in the reader's language. */
  readonly compose: (secrets: { readonly token: string; readonly code: string }) => {
    readonly subject: string;
    readonly text: string;
  };
}

/**
 * Writes a message with a one-time link and code. Nothing is looked up: whether the address is known changes neither the
 * answer nor the time it takes.
 */
export async function askForLink(asked: LinkAsked, options: TransactionOptions = {}): Promise<void> {
  const { address, purpose, browserToken, member, compose } = asked;
  const [id, token, code] = [newId(), newSecretToken(), newReadAloudCode()];
  const sealed = await sealJwe(Buffer.from(address, "utf8"), keyRing().current, linkContext(id));
  await inSystemTransaction(
    "system:sign-in",
    async (tx) => {
      await tx.$executeRaw`
        INSERT INTO sign_in_link
          (id, token_hash, code_hmac, browser_hash, purpose, address, session_id, tries_left, expires_at)
        VALUES (${id}::uuid, ${hashToken(token)}, ${codeHash(id, code)}, ${hashToken(browserToken)}, ${purpose},
          ${sealed}, ${member?.sessionId ?? null}::uuid, ${CODE_TRIES_MAX},
          clock_timestamp() + make_interval(mins => ${LINK_MINUTES_MAX}))`;
      await queueMail(tx, { to: address, ...compose({ token, code }), keptMinutes: LINK_MINUTES_MAX });
    },
    options,
  );
}

/** What came back from a message: the link itself, or the code typed in the browser that asked. */
export type LinkProof = { readonly token: string } | { readonly code: string };

export interface ReturningBrowser {
  /** Null when the browser has no cookie of ours. */
  readonly browserToken: string | null;
  readonly member: Member | null;
}

export type OpenedLink =
  | { readonly kind: "signed-in"; readonly userId: string }
  | { readonly kind: "address-added"; readonly userId: string }
  | { readonly kind: "confirmed"; readonly userId: string; readonly sessionId: string };

/**
 * Opens a message's link or code: once, in time, in the browser that asked. A link is taken first, so that whatever
 * happens afterwards it never works twice.
 */
export async function openLink(
  proof: LinkProof,
  browser: ReturningBrowser,
  options: TransactionOptions = {},
): Promise<Result<OpenedLink, LinkProblem>> {
  const open = () =>
    inSystemTransaction(
      "system:sign-in",
      async (tx): Promise<Result<OpenedLink, LinkProblem>> => {
        const link = await takeLink(tx, proof, browser);
        return link.ok ? useLink(tx, link.value, browser) : link;
      },
      options,
    );
  try {
    return await open();
  } catch (error) {
    // Two first messages to the same address were opened at once: the other one was faster, so it is known now.
    if (!isUniqueViolation(error)) throw error;
    return open();
  }
}

interface LinkRow {
  readonly id: string;
  readonly codeHmac: string;
  readonly browserHash: string;
  readonly purpose: LinkPurpose;
  readonly address: string;
  readonly sessionId: string | null;
  readonly live: boolean;
}

async function takeLink(
  tx: Transaction,
  proof: LinkProof,
  { browserToken }: ReturningBrowser,
): Promise<Result<LinkRow, LinkProblem>> {
  const browserHash = browserToken === null ? null : hashToken(browserToken);
  const found = "token" in proof ? await byToken(tx, proof.token) : await byCode(tx, proof.code, browserHash);
  if (!found.ok) return found;
  const link = found.value;
  if (!link.live) return err("link-too-late");
  // Not taken: whoever sees a message on another device can still type its code where they asked.
  if (link.browserHash !== browserHash) return err("link-other-browser");
  // The others that this browser asked for have served their time, too.
  await tx.signInLink.deleteMany({ where: { browserHash: link.browserHash } });
  return ok(link);
}

async function byToken(tx: Transaction, token: string): Promise<Result<LinkRow, LinkProblem>> {
  const [link] = await tx.$queryRaw<LinkRow[]>`
    SELECT id, code_hmac AS "codeHmac", browser_hash AS "browserHash", purpose, address, session_id AS "sessionId",
      expires_at > clock_timestamp() AS "live"
    FROM sign_in_link WHERE token_hash = ${hashToken(token)} FOR UPDATE`;
  return link ? ok(link) : err("link-too-late");
}

/** A wrong code costs every message of this browser a try. */
async function byCode(
  tx: Transaction,
  typed: string,
  browserHash: string | null,
): Promise<Result<LinkRow, LinkProblem>> {
  if (browserHash === null) return err("link-other-browser");
  const links = await tx.$queryRaw<LinkRow[]>`
    SELECT id, code_hmac AS "codeHmac", browser_hash AS "browserHash", purpose, address, session_id AS "sessionId", true AS "live"
    FROM sign_in_link
    WHERE browser_hash = ${browserHash} AND tries_left > 0 AND expires_at > clock_timestamp()
    ORDER BY created_at DESC FOR UPDATE`;
  if (links.length === 0) return err("link-too-late");
  const code = parseReadAloudCode(typed);
  const link = code === null ? undefined : links.find(({ id, codeHmac }) => codeHmac === codeHash(id, code));
  if (link) return ok(link);
  await tx.signInLink.updateMany({
    where: { browserHash, triesLeft: { gt: 0 } },
    data: { triesLeft: { decrement: 1 } },
  });
  return err("wrong-code");
}

async function useLink(
  tx: Transaction,
  { id, purpose, address: sealed, sessionId }: LinkRow,
  { member }: ReturningBrowser,
): Promise<Result<OpenedLink, LinkProblem>> {
  const find = (keyId: string) => keyRing().find(keyId)?.key;
  const address = Buffer.from(await openJwe(sealed, find, linkContext(id))).toString("utf8");
  const known = await tx.emailIdentity.findUnique({
    where: { addressHmac: addressHash(address) },
    select: { userId: true },
  });
  if (purpose === "sign-in") {
    const userId = known?.userId ?? (await createPerson(tx, address));
    return ok({ kind: "signed-in", userId });
  }
  if (member === null || member.sessionId !== sessionId) return err("session-ended");
  const { userId } = member;
  if (purpose === "confirm")
    return known?.userId === userId ? ok({ kind: "confirmed", userId, sessionId }) : err("address-changed");
  if (known && known.userId !== userId) return err("address-taken");
  if (!known) await addAddress(tx, userId, address);
  return ok({ kind: "address-added", userId });
}

/** Somebody who was never here: an address is all that is known of them. */
async function createPerson(tx: Transaction, address: string): Promise<string> {
  const userId = newId();
  const actor = userActor(userId);
  await enterUser(tx, actor);
  await tx.user.create({ data: { id: userId } });
  await keepAddress(tx, userId, address);
  await record(tx, { actor, patientId: null }, { action: "account.created", detail: { method: "email" } });
  await enterSignIn(tx);
  return userId;
}

/** A second way in, instead of the address that was one before. */
async function addAddress(tx: Transaction, userId: string, address: string): Promise<void> {
  const actor = userActor(userId);
  await enterUser(tx, actor);
  await tx.emailIdentity.deleteMany({ where: { userId } });
  await keepAddress(tx, userId, address);
  await record(tx, { actor, patientId: null }, { action: "way-in.added", detail: { method: "email" } });
  await enterSignIn(tx);
}

async function keepAddress(tx: Transaction, userId: string, address: string): Promise<void> {
  const identityId = newId();
  const sealed = sealAddress(address, { identityId, userId }, await userKey(tx, userId));
  await tx.emailIdentity.create({
    data: { id: identityId, userId, addressHmac: addressHash(address), sealed },
  });
}

/** Sweeps what was asked for and never opened. */
export async function sweepLinks(options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:retention",
    (tx) => tx.$executeRaw`DELETE FROM sign_in_link WHERE expires_at < clock_timestamp()`,
    options,
  );
}

const linkContext = (id: string) => ({ purpose: "sign-in-link", owner: id }) as const;

/** Under the look-up key: a stolen table does not give a code of eight characters away. */
function codeHash(linkId: string, code: string): string {
  return lookupValue("sign-in-code", [linkId, code]);
}
