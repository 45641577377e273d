import type { Metadata } from "next";
import { PersonFrame } from "@/app/(app)/person-frame";
import { NameForm } from "@/components/account/name-form";
import { nameWords } from "@/components/account/name-words";
import { ClinicInvitations } from "@/components/clinics/clinic-invitations";
import { OwnClinics } from "@/components/clinics/own-clinics";
import { SetUpClinic } from "@/components/clinics/set-up-clinic";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { Said } from "@/components/sharing/said";
import { SharePart } from "@/components/sharing/share-card";
import { verifiedInWords } from "@/components/sharing/share-words";
import { linkTo } from "@/components/ui/link-to";
import { type ClinicsPage, loadClinics } from "@/lib/clinics/loaders";
import { CLINIC_NAME_CHARACTERS } from "@/lib/clinics/schema";
import { loadWords } from "@/lib/i18n/loaders";
import { API_PATHS, clinicPath, PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("clinics.title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly all?: string | string[] }>;
}

/** The clinics in which the signed-in person works, those that invite them, and how one is set up. */
export default async function ClinicsOfMinePage({ searchParams }: Props) {
  const clinics = await loadClinics({ isAll: (await searchParams).all !== undefined });
  const { page, own, identity, now } = clinics;
  const { account, words } = page;
  return (
    <PersonFrame current="clinics" page={page} own={own}>
      <ReportBody>
        <ReportHeader title={words.t("clinics.title")} />
        {account.name === null ? <NameForm action={API_PATHS.name} name="" words={nameWords(words)} /> : null}
        <Said>
          <ClinicInvitations
            invitations={clinics.invitations}
            isKnown={identity !== null}
            answerUrl={API_PATHS.clinicInvitationAnswer}
            now={now}
            words={words}
          />
          <OwnClinics clinics={clinics.clinics} clinicHref={clinicPath} words={words} />
          <SetUpPart {...clinics} />
        </Said>
      </ReportBody>
    </PersonFrame>
  );
}

/** Where a clinic is set up, or what has to be done first: patients see who administers it. */
function SetUpPart({ page: { account, words }, identity }: ClinicsPage) {
  const { t } = words;
  return (
    <SharePart id="set-up" title={t("clinics.setUp.title")} facts={t("clinics.setUp.what")}>
      {identity === null ? (
        <p>
          {account.name === null
            ? t("clinics.setUp.nameFirst")
            : t.rich("clinics.setUp.verifiedFirst", { link: linkTo(PATHS.changeWays) })}
        </p>
      ) : (
        <>
          <p>
            {t("clinics.setUp.facts")}{" "}
            {t("clinics.setUp.seen", {
              name: identity.name,
              verified: verifiedInWords(identity.verifiedBy, words),
            })}
          </p>
          <SetUpClinic
            action={API_PATHS.clinics}
            characters={CLINIC_NAME_CHARACTERS}
            words={{
              label: t("clinics.setUp.name"),
              invalid: t("clinics.setUp.invalid"),
              submit: t("clinics.setUp.submit"),
              pending: t("clinics.setUp.pending"),
            }}
          />
        </>
      )}
    </SharePart>
  );
}
