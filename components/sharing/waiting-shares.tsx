import type { OwnedShare } from "@/lib/sharing/status";
import { ChangeTerms, type ChangeTermsWords } from "./change-terms";
import { changeTermsWords } from "./form-words";
import { ShareAction } from "./share-action";
import { ShareCard, SharePart } from "./share-card";
import { ownerFacts } from "./share-facts";
import { whoInWords } from "./share-words";
import type { OwnSharesProps } from "./shares-props";
import styles from "./sharing.module.css";
import { draftOf } from "./terms-draft";

/** Whoever entered a code and waits to be let in. */
export function WaitingShares(props: OwnSharesProps) {
  const { t } = props.words;
  const changeWords = changeTermsWords(props.words);
  const waiting = props.shares.filter(({ state }) => state === "redeemed");
  return (
    <SharePart
      id="waiting"
      title={t("sharing.waiting.title")}
      facts={t("sharing.waiting.facts")}
      empty={waiting.length === 0 ? t("sharing.waiting.empty") : null}
    >
      <ul className={styles.cards}>
        {waiting.map((share) => (
          <WaitingShare key={share.id} {...props} {...{ share, changeWords }} />
        ))}
      </ul>
    </SharePart>
  );
}

function WaitingShare({
  share,
  clock,
  shareUrl,
  words,
  changeWords,
}: OwnSharesProps & { readonly share: OwnedShare; readonly changeWords: ChangeTermsWords }) {
  const { t } = words;
  const name = whoInWords(share, words);
  const url = shareUrl(share.id);
  return (
    <ShareCard
      id={share.id}
      title={name}
      facts={ownerFacts(share, clock, words)}
      notice={<p>{t("sharing.waiting.check")}</p>}
    >
      <ShareAction
        url={url}
        body={{ action: "confirm" }}
        tone="primary"
        label={t("sharing.waiting.confirm", { name })}
        pending={t("sharing.waiting.confirming")}
        said={t("sharing.waiting.confirmed", { name })}
      />
      <ShareAction
        url={url}
        body={{ action: "decline" }}
        label={t("sharing.waiting.decline")}
        about={name}
        pending={t("sharing.waiting.declining")}
        said={t("sharing.waiting.declined", { name })}
      />
      <ChangeTerms url={url} kind={share.kind} initial={draftOf(share)} about={name} words={changeWords} />
    </ShareCard>
  );
}
