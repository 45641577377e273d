import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A message as it arrived, decoded. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

export interface MailServer {
  readonly port: number;
  readonly received: ReceivedMail[];
  /** Recipients that are refused for good, and whether everything is refused for now. */
  readonly refuse: { readonly recipients: Set<string>; everything: boolean };
  readonly stop: () => Promise<void>;
}

/** A real mail server on a free port of this machine. Without options it knows no TLS and no names. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refuse = { recipients: new Set<string>(), everything: false };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    ...options,
    onRcptTo({ address }, _session, done) {
      if (refuse.everything) done(refusal("Try again later", 451));
      else if (refuse.recipients.has(address)) done(refusal("No such mailbox", 550));
      else done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, ...decode(Buffer.concat(chunks).toString("latin1")) });
        done();
      });
    },
  });
  // A client that breaks off is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server.server.address()),
    received,
    refuse,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  return address.port;
}

function refusal(words: string, responseCode: number): Error {
  return Object.assign(new Error(words), { responseCode });
}

function decode(raw: string): Pick<ReceivedMail, "headers" | "text"> {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]/g, " ")
    .split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())] as const;
    }),
  );
  const body = raw.slice(end + 4);
  const encoding = headers.get("content-transfer-encoding") ?? "7bit";
  const bytes = encoding === "base64" ? Buffer.from(body, "base64") : bytesOf(body, encoding);
  return { headers, text: bytes.toString("utf8").replaceAll("\r\n", "\n") };
}

function bytesOf(body: string, encoding: string): Buffer {
  return encoding === "quoted-printable"
    ? quotedPrintable(body.replaceAll("=\r\n", ""))
    : Buffer.from(body, "latin1");
}

function quotedPrintable(text: string): Buffer {
  const characters = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(characters, "latin1");
}

/** RFC 2047: words of a header that are not ASCII. The space between two of them is none. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(?==\?)/g, "$1")
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      (kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64")
        : quotedPrintable(text.replaceAll("_", " "))
      ).toString("utf8"),
    );
}
