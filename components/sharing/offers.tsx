import type { OwnedShare } from "@/lib/sharing/status";
import { offerWords } from "./form-words";
import { OfferActions } from "./offer-actions";
import { ShareCard, SharePart } from "./share-card";
import { ownerFacts } from "./share-facts";
import { dayInWords } from "./share-words";
import type { OwnSharesProps } from "./shares-props";
import styles from "./sharing.module.css";

/** Codes and invitations that nobody has taken yet. */
export function Offers(props: OwnSharesProps) {
  const { t } = props.words;
  const offers = props.shares.filter(({ state }) => state === "offered");
  return (
    <SharePart
      id="offers"
      title={t("sharing.offers.title")}
      empty={offers.length === 0 ? t("sharing.offers.empty") : null}
    >
      <ul className={styles.cards}>
        {offers.map((share) => (
          <Offer key={share.id} share={share} {...props} />
        ))}
      </ul>
    </SharePart>
  );
}

function Offer({ share, clock, host, shareUrl, words }: OwnSharesProps & { readonly share: OwnedShare }) {
  const { t } = words;
  const { address } = share.words;
  const what = address === null ? t("sharing.offers.code") : t("sharing.offers.invitation", { address });
  return (
    <ShareCard
      id={share.id}
      title={what}
      facts={ownerFacts(share, clock, words)}
      notice={<p className="muted">{whenOpen(share, { clock, words })}</p>}
    >
      <OfferActions
        url={shareUrl(share.id)}
        about={what}
        words={offerWords(words, host, share.isInvitation)}
      />
    </ShareCard>
  );
}

/** Since when an offer is out, and until when it can be taken. */
function whenOpen(
  { createdAt, offerExpiresAt, isInvitation }: OwnedShare,
  { clock, words }: Pick<OwnSharesProps, "clock" | "words">,
): string {
  const { t } = words;
  const since = dayInWords(createdAt, clock, words);
  if (offerExpiresAt === null || offerExpiresAt <= clock.now)
    return t(isInvitation ? "sharing.offers.invitationOver" : "sharing.offers.codeOver", { since });
  const until = dayInWords(offerExpiresAt, clock, words);
  return t(isInvitation ? "sharing.offers.invitationDates" : "sharing.offers.codeDates", { since, until });
}
