import type { Metadata } from "next";
import { ClinicFrame } from "@/app/(app)/clinic/clinic-frame";
import { ClinicLabels } from "@/components/clinics/clinic-labels";
import { InvitationsOut } from "@/components/clinics/invitations-out";
import { InviteMember } from "@/components/clinics/invite-member";
import { MemberTable } from "@/components/clinics/member-table";
import { SettingsForm } from "@/components/clinics/settings-form";
import { TeamCode } from "@/components/clinics/team-code";
import { inviteWords, settingsWords } from "@/components/clinics/team-words";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { Said } from "@/components/sharing/said";
import { SharePart } from "@/components/sharing/share-card";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { loadTeam, type TeamPage } from "@/lib/clinics/loaders";
import { CLINIC_NAME_CHARACTERS } from "@/lib/clinics/schema";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { API_PATHS } from "@/lib/routes";
import { LeavePart } from "./leave-part";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("clinics.tabs.team") };
}

interface Props {
  readonly params: Promise<{ clinicId: string }>;
}

/** Who works in a clinic; for its administrators also everything that they decide. */
export default async function ClinicTeamPage({ params }: Props) {
  const team = await loadTeam((await params).clinicId);
  const { page, access, clinic, members, managed, now } = team;
  const { clinicId, userId } = access;
  const { words } = page;
  const isManaging = managed !== null;
  return (
    <ClinicFrame page={team} current="team">
      <ReportBody>
        <ReportHeader title={words.t("clinics.tabs.team")} facts={clinic.name} />
        <Said>
          <TeamCode
            code={clinic.code}
            clinic={clinic.name}
            renewUrl={isManaging ? API_PATHS.clinicCode(clinicId) : null}
            words={words}
          />
          <MemberTable
            members={members}
            ownUserId={userId}
            inactiveDays={clinic.inactiveDays}
            memberUrl={isManaging ? (member) => API_PATHS.clinicMember(clinicId, member) : null}
            now={now}
            words={words}
          />
          {managed === null ? null : <ManagedParts team={team} managed={managed} />}
        </Said>
        <LeavePart team={team} />
      </ReportBody>
    </ClinicFrame>
  );
}

function ManagedParts({
  team: {
    page: { words },
    access: { clinicId },
    clinic,
    now,
  },
  managed: { invitations, labels },
}: {
  readonly team: TeamPage;
  readonly managed: NonNullable<TeamPage["managed"]>;
}) {
  const { t } = words;
  const delivery = mailDelivery(env());
  const sendsMail = delivery !== "none";
  return (
    <>
      <SharePart
        id="invite"
        title={t("clinics.invite.title")}
        facts={t("clinics.invite.facts")}
        empty={sendsMail ? null : t("clinics.invite.noMail")}
      >
        <InviteMember action={API_PATHS.clinicInvitations(clinicId)} words={inviteWords(words)} />
        {delivery === "mailbox" ? <MailboxNote words={words} /> : null}
      </SharePart>
      <InvitationsOut
        invitations={invitations}
        invitationUrl={(id) => API_PATHS.clinicInvitation(clinicId, id)}
        sendsMail={sendsMail}
        now={now}
        words={words}
      />
      <SharePart id="settings" title={t("clinics.settings.title")}>
        <SettingsForm
          action={API_PATHS.clinicSettings(clinicId)}
          settings={clinic}
          nameCharacters={CLINIC_NAME_CHARACTERS}
          words={settingsWords(words)}
        />
      </SharePart>
      <ClinicLabels
        labels={labels}
        addUrl={API_PATHS.clinicLabels(clinicId)}
        labelUrl={(id) => API_PATHS.clinicLabel(clinicId, id)}
        words={words}
      />
    </>
  );
}
