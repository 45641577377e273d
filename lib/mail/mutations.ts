import { SECOND_MS } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { createLogger, errorFields, type Logger } from "@/lib/log";
import type { MailContent } from "./schema";
import { openMail, sealMail } from "./sealed-mail";

/** A message on its way; its id stays the same however often it is sent. */
export interface OutgoingMail extends MailContent {
  readonly id: string;
}

/** Hands one message over, or throws. Gives up when the signal says so. */
export type DeliverMail = (mail: OutgoingMail, signal: AbortSignal) => Promise<void>;

/** The wait after the first failure; it doubles with each. */
const RETRY_SECONDS = 10;
const SENDING_MS_MAX = 30 * SECOND_MS;
/** Nobody else takes a message for so long, more than sending can last; a postman who dies loses no more than that. */
const TAKEN_SECONDS = 60;

/**
 * Puts a message in the queue, in the transaction of what it is about: both happen or neither. Returns its id. Whoever
 * writes it need not be able to read it, so nothing is read back.
 */
export async function queueMail(
  tx: Transaction,
  { keptMinutes, ...content }: MailContent & { readonly keptMinutes: number },
): Promise<string> {
  const id = newId();
  const sealed = await sealMail(id, content);
  await tx.$executeRaw`
    INSERT INTO mail_message (id, sealed, expires_at)
    VALUES (${id}::uuid, ${sealed}, clock_timestamp() + make_interval(mins => ${keptMinutes}))`;
  return id;
}

type PostmanOptions = Pick<TransactionOptions, "db"> & {
  readonly log?: Logger;
  /** Ends the round, and the sending that is under way. */
  readonly signal?: AbortSignal;
};

interface TakenMail {
  readonly id: string;
  readonly sealed: string;
  readonly attempts: number;
}

/**
 * Delivers what is due, one message after the other, and returns how many went out. Each is sent at least once: its row
 * goes only after the mail server has taken it. One that fails is tried again until it expires and is in nobody's way.
 */
export async function deliverDueMail(deliver: DeliverMail, options: PostmanOptions = {}): Promise<number> {
  const { signal, log = createLogger({ process: "postman" }), ...transaction } = options;
  let delivered = 0;
  while (!signal?.aborted) {
    const taken = await takeDueMail(transaction);
    if (taken === null) break;
    const fields = { mailId: taken.id, attempts: taken.attempts };
    try {
      const content = await openMail(taken.id, taken.sealed);
      const deadline = AbortSignal.timeout(SENDING_MS_MAX);
      await deliver({ ...content, id: taken.id }, signal ? AbortSignal.any([signal, deadline]) : deadline);
    } catch (error) {
      log.warn("mail.failed", { ...fields, ...errorFields(error) });
      await putBack(taken, transaction);
      continue;
    }
    await inSystemTransaction(
      "system:mail",
      (tx) => tx.mailMessage.deleteMany({ where: { id: taken.id } }),
      transaction,
    );
    log.info("mail.delivered", fields);
    delivered += 1;
  }
  return delivered;
}

/** Takes the message that has been due for longest. The network is asked only after this transaction. */
async function takeDueMail(options: TransactionOptions): Promise<TakenMail | null> {
  const [taken] = await inSystemTransaction(
    "system:mail",
    (tx) => tx.$queryRaw<TakenMail[]>`
      UPDATE mail_message SET attempts = attempts + 1,
        send_after = clock_timestamp()
          + make_interval(secs => greatest(${TAKEN_SECONDS}, ${RETRY_SECONDS} * power(2, attempts)))
      WHERE id = (
        SELECT id FROM mail_message WHERE send_after <= clock_timestamp() AND expires_at > clock_timestamp()
        ORDER BY send_after LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, sealed, attempts`,
    options,
  );
  return taken ?? null;
}

/** After a failure: 10 seconds, 20, 40 … from now. */
async function putBack({ id, attempts }: TakenMail, options: TransactionOptions): Promise<void> {
  await inSystemTransaction(
    "system:mail",
    (tx) => tx.$executeRaw`
      UPDATE mail_message
      SET send_after = clock_timestamp() + make_interval(secs => ${RETRY_SECONDS} * power(2, attempts - 1))
      WHERE id = ${id}::uuid AND attempts = ${attempts}`,
    options,
  );
}

/** Sweeps messages whose time is over, delivered or not. */
export async function sweepMail(options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:retention",
    (tx) => tx.$executeRaw`DELETE FROM mail_message WHERE expires_at <= clock_timestamp()`,
    options,
  );
}
