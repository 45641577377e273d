import { Notice } from "@/components/ui/notice";
import type { OwnedShare } from "@/lib/sharing/status";
import { ChangeTerms, type ChangeTermsWords } from "./change-terms";
import { changeTermsWords } from "./form-words";
import { LinkOpenings } from "./link-openings";
import { ShareAction } from "./share-action";
import { ShareCard, SharePart } from "./share-card";
import { ownerFacts } from "./share-facts";
import { dayInWords, whoInWords } from "./share-words";
import type { OwnSharesProps } from "./shares-props";
import styles from "./sharing.module.css";
import { draftOf } from "./terms-draft";

/** Whoever sees the data now, and one press that ends it. */
export function ActiveShares(props: OwnSharesProps) {
  const { t } = props.words;
  const changeWords = changeTermsWords(props.words);
  const active = props.shares.filter(({ state }) => state === "active");
  return (
    <SharePart
      id="active"
      title={t("sharing.active.title")}
      empty={active.length === 0 ? t("sharing.active.empty") : null}
    >
      <ul className={styles.cards}>
        {active.map((share) => (
          <ActiveShare key={share.id} {...props} {...{ share, changeWords }} />
        ))}
      </ul>
    </SharePart>
  );
}

function ActiveShare({
  share,
  clock,
  shareUrl,
  words,
  changeWords,
}: OwnSharesProps & { readonly share: OwnedShare; readonly changeWords: ChangeTermsWords }) {
  const { t } = words;
  const name = whoInWords(share, words);
  const url = shareUrl(share.id);
  const since = dayInWords(share.activatedAt ?? share.createdAt, clock, words);
  const stop = {
    url,
    body: { action: "stop" },
    about: name,
    pending: t("sharing.active.stopping"),
    said: share.kind === "link" ? t("sharing.link.stopped") : t("sharing.active.stopped", { name }),
  };
  return (
    <ShareCard
      id={share.id}
      title={name}
      facts={[...ownerFacts(share, clock, words), { term: t("sharing.since.term"), text: since }]}
      notice={
        share.isDueForReminder ? (
          <Notice
            icon="clock"
            title={t("sharing.reminder.title")}
            actions={
              <>
                <ShareAction
                  url={url}
                  body={sameTerms(share)}
                  label={t("sharing.reminder.right")}
                  about={name}
                  pending={t("sharing.reminder.saving")}
                  said={t("sharing.reminder.saved")}
                />
                <ShareAction {...stop} label={t("sharing.reminder.stop")} />
              </>
            }
          >
            {t("sharing.reminder.text")}
          </Notice>
        ) : share.link === null ? null : (
          <LinkOpenings openings={share.link.openings} {...{ name, clock, words }} />
        )
      }
    >
      <ChangeTerms url={url} kind={share.kind} initial={draftOf(share)} about={name} words={changeWords} />
      <ShareAction {...stop} tone="danger" label={t("sharing.active.stop")} />
    </ShareCard>
  );
}

/** What says anew that a share is right. Only one without an end is ever asked about. */
function sameTerms({ scope, withEvents, withNotes, window }: OwnedShare) {
  return { action: "change", terms: { scope, withEvents, withNotes, window, lasts: "open" } } as const;
}
