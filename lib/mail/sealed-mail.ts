import { openJwe, sealJwe } from "@/lib/crypto/jwe";
import { keyRing } from "@/lib/crypto/key-ring";
import { type MailContent, mailContent } from "./schema";

const ofMessage = (id: string) => ({ purpose: "mail-message", owner: id }) as const;

/** The form in which a message waits: address, subject and text, bound to its row. Throws for what is not a message. */
export function sealMail(id: string, content: MailContent): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(mailContent.parse(content)), "utf8");
  return sealJwe(bytes, keyRing().current, ofMessage(id));
}

export async function openMail(id: string, sealed: string): Promise<MailContent> {
  const bytes = await openJwe(sealed, (key) => keyRing().find(key)?.key, ofMessage(id));
  return mailContent.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}
