import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { SharedWithMe as Share } from "@/lib/sharing/status";
import { ShareAction } from "./share-action";
import { ShareCard, SharePart } from "./share-card";
import { viewerFacts } from "./share-facts";
import type { SharedWithMeProps } from "./shares-props";
import styles from "./sharing.module.css";

/** Invitations to the reader's address. */
export function Invitations(props: SharedWithMeProps) {
  const { t } = props.words;
  return (
    <Cards
      id="invitations"
      title={t("sharing.people.invitations.title")}
      shares={props.shares.filter(({ state }) => state === "offered")}
    >
      {(share) => <Invitation key={share.id} share={share} {...props} />}
    </Cards>
  );
}

function Invitation({
  share,
  clock,
  isKnown,
  shareUrl,
  words,
}: SharedWithMeProps & { readonly share: Share }) {
  const { t } = words;
  const name = share.patientName ?? "";
  const url = shareUrl(share.id);
  return (
    <ShareCard
      id={share.id}
      title={t("sharing.people.invitations.from", { name })}
      facts={viewerFacts(share, clock, words)}
      notice={isKnown ? null : <p>{t("sharing.people.invitations.nameFirst", { name })}</p>}
    >
      {isKnown ? (
        <ShareAction
          url={url}
          body={{ action: "accept" }}
          tone="primary"
          label={t("sharing.people.invitations.accept")}
          about={name}
          pending={t("sharing.people.invitations.accepting")}
          said={t("sharing.people.invitations.accepted")}
        />
      ) : null}
      <ShareAction
        url={url}
        body={{ action: "decline" }}
        label={t("sharing.people.invitations.decline")}
        about={name}
        pending={t("sharing.people.invitations.declining")}
        said={t("sharing.people.invitations.declined")}
      />
    </ShareCard>
  );
}

/** Whose data the reader may see now. */
export function PeopleIMaySee({ shares, clock, shareUrl, reportHref, words }: SharedWithMeProps) {
  const { t } = words;
  return (
    <Cards
      id="people"
      title={t("sharing.people.active.title")}
      shares={shares.filter(({ state }) => state === "active")}
    >
      {(share) => (
        <ShareCard
          key={share.id}
          id={share.id}
          title={<Link href={reportHref(share.patientId)}>{share.patientName}</Link>}
          facts={viewerFacts(share, clock, words)}
        >
          <ShareAction
            url={shareUrl(share.id)}
            body={{ action: "leave" }}
            label={t("sharing.people.active.leave")}
            about={share.patientName}
            pending={t("sharing.people.active.leaving")}
            said={t("sharing.people.active.left", { name: share.patientName ?? "" })}
          />
        </ShareCard>
      )}
    </Cards>
  );
}

/** What the reader asked for with a code. Whose it is they learn when they are let in. */
export function AskedShares({ shares, shareUrl, words }: SharedWithMeProps) {
  const { t } = words;
  return (
    <Cards
      id="asked"
      title={t("sharing.people.asked.title")}
      shares={shares.filter(({ state }) => state === "redeemed")}
    >
      {(share) => (
        <li key={share.id} className={styles.asked}>
          <p>{t("sharing.people.asked.text")}</p>
          <ShareAction
            url={shareUrl(share.id)}
            body={{ action: "leave" }}
            label={t("sharing.people.asked.takeBack")}
            pending={t("sharing.people.asked.takingBack")}
            said={t("sharing.people.asked.takenBack")}
          />
        </li>
      )}
    </Cards>
  );
}

/** A part of the page that is there only when it has something to show. */
function Cards({
  id,
  title,
  shares,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly shares: readonly Share[];
  readonly children: (share: Share) => ReactNode;
}) {
  if (shares.length === 0) return null;
  return (
    <SharePart id={id} title={title}>
      <ul className={styles.cards}>{shares.map(children)}</ul>
    </SharePart>
  );
}
