import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { userActor } from "@/lib/audit/schema";
import { SECOND_MS, systemClock } from "@/lib/clock";
import { type Database, openDatabase, type Transaction } from "@/lib/db/client";
import { inSystemTransaction, inUserTransaction } from "@/lib/db/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { tidyUp } from "@/lib/jobs/housekeeping";
import { startWorker } from "@/lib/jobs/worker";
import { createLogger } from "@/lib/log";
import { mailboxMessages } from "@/lib/mail/data";
import type { MailSettings } from "@/lib/mail/delivery-kind";
import { type DeliverMail, deliverDueMail, queueMail, sweepMail } from "@/lib/mail/mutations";
import { openSmtp } from "@/lib/mail/smtp";
import { selfSigned } from "@/lib/simulator/self-signed.test-support";
import { createSimulator } from "@/lib/simulator/simulator";
import { gatewayTo } from "@/tests/integration/sync-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";

let database: TestDatabase;
let db: Database;
let owner: Client;
let server: MailServer;
const logLines: string[] = [];
const log = createLogger({}, (line) => logLines.push(line));

const MAIL_FROM = { name: "Hindsight de la Clínica", address: "hindsight@clinic.example" };
const content = {
  to: "ana.lopez@patients.example",
  subject: "Tu enlace para iniciar sesión en Hindsight – válido durante diez minutos, ñandú",
  text: `Hola, Ana:\n\n¿Pediste entrar?\n.\n.. = ñ =3D\n${"una línea muy larga ".repeat(20)}\nFrom the start\nhttps://hindsight.example/links/${"a".repeat(43)}\n`,
};

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await db.$disconnect();
  await owner.end();
  await database.drop();
});

beforeEach(async () => {
  server = await startMailServer();
});

afterEach(async () => {
  await server.stop();
  await owner.query("DELETE FROM mail_message");
  logLines.length = 0;
});

const smtp = (settings: Partial<MailSettings> = {}) =>
  openSmtp({ HINDSIGHT_MODE: "test", SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM, ...settings });

const queue = (given: Partial<typeof content> & { keptMinutes?: number } = {}) =>
  inSystemTransaction("system:sign-in", (tx) => queueMail(tx, { ...content, keptMinutes: 10, ...given }), {
    db,
  });

const deliver = (by: DeliverMail = smtp()) => deliverDueMail(by, { db, log });

async function waiting(): Promise<{ id: string; attempts: number; wait_seconds: number }[]> {
  const { rows } = await owner.query<{ id: string; attempts: number; wait_seconds: number }>(
    "SELECT id, attempts, extract(epoch FROM send_after - clock_timestamp())::float8 AS wait_seconds FROM mail_message",
  );
  return rows;
}

/** As if the waiting were over. */
const letWaitingEnd = () => owner.query("UPDATE mail_message SET send_after = clock_timestamp()");

describe("a message", () => {
  it("arrives exactly as it was written, once, and its row is gone", async () => {
    const id = await queue();
    expect(await deliver()).toBe(1);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: MAIL_FROM.address, to: [content.to] });
    expect(mail?.text).toBe(content.text);
    expect(mail?.headers.get("subject")).toBe(content.subject);
    expect(mail?.headers.get("from")).toBe(`${MAIL_FROM.name} <${MAIL_FROM.address}>`);
    expect(mail?.headers.get("to")).toBe(content.to);
    expect(mail?.headers.get("message-id")).toBe(`<${id}@clinic.example>`);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await waiting()).toEqual([]);
    expect(await deliver()).toBe(0);
    expect(server.received).toHaveLength(1);
  });

  it("is plain text and says nothing of the software or the machine", async () => {
    await queue();
    await deliver();
    const headers = server.received[0]?.headers ?? new Map<string, string>();
    expect(headers.get("content-type")).toMatch(/^text\/plain; charset=utf-8/);
    expect([...headers.keys()].toSorted()).toEqual([
      "auto-submitted",
      "content-transfer-encoding",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
    ]);
  });

  it.each([
    { to: "ana@x.example\r\nBcc: b@x.example" },
    { to: "ana@x.example, b@x.example" },
    { to: '"b@x.example"@y.example' },
    { subject: "Hello\r\nBcc: b@x.example" },
    { subject: "Hello\nContent-Type: text/html" },
    { text: "Hello\r\n.\r\nMAIL FROM:<b@x.example>" },
  ])("that would forge a header or a command is refused before it is stored: %j", async (forged) => {
    await expect(queue(forged)).rejects.toThrow(ZodError);
    expect(await waiting()).toEqual([]);
  });

  it("of a transaction that failed was never written", async () => {
    const failing = async (tx: Transaction) => {
      await queueMail(tx, { ...content, keptMinutes: 10 });
      throw new Error("and then this");
    };
    await expect(inSystemTransaction("system:sign-in", failing, { db })).rejects.toThrow("and then this");
    expect(await waiting()).toEqual([]);
  });

  it("can be queued by a person, who cannot read, change or remove it, nor can any other job", async () => {
    const person = userActor(newId());
    await inUserTransaction(person, (tx) => queueMail(tx, { ...content, keptMinutes: 10 }), { db });
    const reach = async (tx: Transaction) => [
      await tx.mailMessage.count(),
      (await tx.mailMessage.updateMany({ data: { attempts: 9 } })).count,
      (await tx.mailMessage.deleteMany()).count,
    ];
    expect(await inUserTransaction(person, reach, { db })).toEqual([0, 0, 0]);
    for (const actor of ["system:sign-in", "system:sync", "system:erasure", "system:key-rotation"] as const)
      expect(await inSystemTransaction(actor, reach, { db })).toEqual([0, 0, 0]);
    await expect(db.mailMessage.count()).resolves.toBe(0);
    expect(await waiting()).toHaveLength(1);
  });

  it("is nowhere in clear: neither in the database nor in the log", async () => {
    server.refuse.recipients.add(content.to);
    await queue();
    await deliver();
    const { rows } = await owner.query("SELECT to_jsonb(mail_message) AS row FROM mail_message");
    expect(rows).toHaveLength(1);
    for (const dump of [JSON.stringify(rows), logLines.join("\n")])
      for (const secret of [
        "ana.lopez",
        "patients.example",
        "enlace",
        "links",
        Buffer.from(content.to).toString("base64"),
      ])
        expect(dump).not.toContain(secret);
  });

  it("opens in its own row only", async () => {
    await queue();
    await owner.query("UPDATE mail_message SET id = gen_random_uuid()");
    expect(await deliver()).toBe(0);
    expect(server.received).toEqual([]);
    expect(logLines.join("\n")).toContain("UnsealError");
  });
});

describe("a mail server that refuses", () => {
  it("is asked again later, each time twice as late, until the message arrives", async () => {
    await queue();
    server.refuse.everything = true;
    for (const [attempts, seconds] of [
      [1, 10],
      [2, 20],
      [3, 40],
    ] as const) {
      expect(await deliver()).toBe(0);
      const [row] = await waiting();
      expect(row?.attempts).toBe(attempts);
      expect(row?.wait_seconds).toBeGreaterThan(seconds - 5);
      expect(row?.wait_seconds).toBeLessThanOrEqual(seconds);
      // Not due: nobody is asked.
      expect(await deliver()).toBe(0);
      await letWaitingEnd();
    }
    server.refuse.everything = false;
    expect(await deliver()).toBe(1);
    expect(server.received).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it("for one recipient holds nobody else up", async () => {
    server.refuse.recipients.add("gone@patients.example");
    await queue({ to: "gone@patients.example" });
    for (const name of ["b", "c", "d"]) await queue({ to: `${name}@patients.example` });
    expect(await deliver()).toBe(3);
    expect(server.received.flatMap(({ to }) => to).toSorted()).toEqual(
      ["b", "c", "d"].map((name) => `${name}@patients.example`),
    );
    expect(await waiting()).toHaveLength(1);
  });

  it("or is not there at all costs one attempt, and the log says why in codes", async () => {
    await queue();
    await server.stop();
    expect(await deliver()).toBe(0);
    expect(await waiting()).toMatchObject([{ attempts: 1 }]);
    expect(logLines.join("\n")).toMatch(/"event":"mail.failed".*"errorCode":"E[A-Z]+"/);
  });
});

describe("several postmen at once", () => {
  it("send each message once", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}@patients.example`);
    for (const to of names) await queue({ to });
    const counts = await Promise.all([deliver(), deliver(), deliver()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(server.received.flatMap(({ to }) => to).toSorted()).toEqual(names.toSorted());
  });

  it("take a message again when one died with it, but not while it may still be on its way", async () => {
    await queue();
    const dies: DeliverMail = async () => {
      const [row] = await waiting();
      expect(row?.wait_seconds).toBeGreaterThan(30);
      expect(await deliver()).toBe(0);
      throw new Error("gone");
    };
    expect(await deliver(dies)).toBe(0);
    await letWaitingEnd();
    expect(await deliver()).toBe(1);
  });

  it("stop with the message under way, which stays", async () => {
    await queue();
    await queue();
    const leaving = new AbortController();
    const hangs: DeliverMail = (_mail, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        leaving.abort();
      });
    expect(await deliverDueMail(hangs, { db, log, signal: leaving.signal })).toBe(0);
    const tried = (await waiting()).filter(({ attempts }) => attempts > 0);
    expect(tried).toHaveLength(1);
    expect(await waiting()).toHaveLength(2);
  });
});

describe("a message that is of no more use", () => {
  it("is never sent, and swept", async () => {
    const kept = await queue({ keptMinutes: 60 });
    await queue();
    await owner.query("UPDATE mail_message SET expires_at = clock_timestamp() WHERE id <> $1", [kept]);
    await sweepMail({ db });
    expect(await waiting()).toMatchObject([{ id: kept }]);

    await owner.query("UPDATE mail_message SET expires_at = clock_timestamp()");
    expect(await deliver()).toBe(0);
    expect(server.received).toEqual([]);
    await tidyUp(db, systemClock.now());
    expect(await waiting()).toEqual([]);
  });
});

describe("the way to the mail server", () => {
  it("says name and password as the address has them", async () => {
    const heard: (string | null | undefined)[] = [];
    const guarded = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        heard.push(username, password);
        done(null, { user: username });
      },
    });
    await queue();
    expect(await deliver(smtp({ SMTP_URL: `smtp://ana%40clinic:p%3A%2Fss@127.0.0.1:${guarded.port}` }))).toBe(
      1,
    );
    expect(heard).toEqual(["ana@clinic", "p:/ss"]);
    await guarded.stop();
  });

  it("is never taken without TLS in production", async () => {
    await queue();
    expect(await deliver(smtp({ HINDSIGHT_MODE: "production" }))).toBe(0);
    expect(server.received).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });

  it.each(["smtp", "smtps"] as const)(
    "by %s is left when the certificate is not to be trusted",
    async (protocol) => {
      const untrusted = await startMailServer({
        disabledCommands: [],
        secure: protocol === "smtps",
        ...selfSigned(systemClock.now()),
      });
      await queue();
      expect(await deliver(smtp({ SMTP_URL: `${protocol}://127.0.0.1:${untrusted.port}` }))).toBe(0);
      expect(untrusted.received).toEqual([]);
      await untrusted.stop();
    },
  );
});

describe("a worker", () => {
  it("delivers by itself what is queued, and nothing when there is no mail server", async () => {
    const settings = { DATABASE_URL: database.appUrl, DEXCOM_DATA_DELAY_MINUTES: 180 };
    const gateway = gatewayTo(createSimulator({ people: [] }), systemClock);
    const without = await startWorker(settings, { gateway, log });
    await queue();
    await without.stop();
    expect(await waiting()).toMatchObject([{ attempts: 0 }]);

    const worker = await startWorker(settings, { gateway, log, deliverMail: smtp() });
    const end = Date.now() + 10 * SECOND_MS;
    // Not only received: a worker that is stopped before the server's answer has come sends it once more.
    while ((await waiting()).length > 0 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 25));
    await worker.stop();
    expect(server.received).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });
});

describe("the mailbox of a demo", () => {
  const demo = { HINDSIGHT_MODE: "demo", SMTP_URL: undefined } as const;

  it("shows what is still of use, newest first", async () => {
    const [older, newer, expired] = [await queue({ to: "older@x.example" }), await queue(), await queue()];
    await owner.query(
      "UPDATE mail_message SET created_at = created_at - interval '3 minutes' WHERE id = $1",
      [older],
    );
    await owner.query("UPDATE mail_message SET expires_at = clock_timestamp() WHERE id = $1", [expired]);
    const shown = await mailboxMessages({ db, settings: demo });
    expect(shown).toMatchObject([
      { id: newer, ...content },
      { id: older, to: "older@x.example" },
    ]);
    expect(shown.map(({ ageMinutes }) => Math.floor(ageMinutes))).toEqual([0, 3]);
    expect(await waiting()).toHaveLength(3);
  });

  it("is not there in production, nor beside a mail server", async () => {
    await queue();
    for (const settings of [
      { HINDSIGHT_MODE: "production", SMTP_URL: undefined },
      { ...demo, SMTP_URL: "smtps://mail.example.org" },
    ] as const) {
      const refusal = await mailboxMessages({ db, settings }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AppError);
      expect(refusal).toMatchObject({ code: "not_found" });
    }
  });
});
