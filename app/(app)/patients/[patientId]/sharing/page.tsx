import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { NameForm } from "@/components/account/name-form";
import { nameWords } from "@/components/account/name-words";
import { shareFormWords } from "@/components/sharing/form-words";
import { OwnShares } from "@/components/sharing/own-shares";
import { ShareForm } from "@/components/sharing/share-form";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { API_PATHS } from "@/lib/routes";
import { loadSharing } from "@/lib/sharing/loaders";
import { NOTE_CHARACTERS_MAX } from "@/lib/sharing/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("sharing.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
}

export default async function SharingPage({ params }: Props) {
  const { patientId: patient } = await params;
  const { page, own, shares, now } = await loadSharing(patient);
  const { account, words } = page;
  const { host } = new URL(env().NEXTAUTH_URL);
  const { displayOffsetMinutes } = own.freshness;
  return (
    <PatientFrame page={own} patient={patient} current="sharing">
      <OwnShares
        shares={shares}
        clock={{ now, displayOffsetMinutes }}
        host={host}
        shareUrl={API_PATHS.share}
        words={words}
        form={account.name === null ? <NameFirst words={words} /> : <NewShare host={host} words={words} />}
      />
    </PatientFrame>
  );
}

function NameFirst({ words }: { readonly words: Words }) {
  return (
    <>
      <p>{words.t("sharing.form.nameFirst")}</p>
      <NameForm action={API_PATHS.name} name="" words={nameWords(words)} />
    </>
  );
}

function NewShare({ host, words }: { readonly host: string; readonly words: Words }) {
  const delivery = mailDelivery(env());
  return (
    <ShareForm
      action={API_PATHS.shares}
      clinicAction={API_PATHS.findClinic}
      sendsMail={delivery !== "none"}
      noteCharactersMax={NOTE_CHARACTERS_MAX}
      words={shareFormWords(words, host)}
      mailbox={delivery === "mailbox" ? <MailboxNote words={words} /> : null}
    />
  );
}
