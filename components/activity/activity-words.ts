import type { Words } from "@/lib/i18n/translate";
import { VIEWS, type View } from "@/lib/routes";
import type { ActingFor, Disclosed } from "@/lib/sharing/policy";
import type { OwnedShare, ShareMove } from "@/lib/sharing/status";

/** What a view is called where somebody chooses it. */
export function viewName(what: Disclosed, { t }: Words): string {
  if (isView(what)) return t(`shell.views.${what}`);
  return what === "certificate" ? t("certificate.title") : t(`activity.views.${what}`);
}

function isView(what: Disclosed): what is Extract<Disclosed, View> {
  return VIEWS.some((view) => view === what);
}

/** Who looked: a person by their name of that time, and for which clinic; whoever had a link by the link. */
export function lookerInWords(
  { name: given, clinic = null }: { readonly name: string | null; readonly clinic?: ActingFor | null },
  share: OwnedShare | undefined,
  { t }: Pick<Words, "t">,
): string {
  if (given !== null) {
    const name = given === "" ? t("activity.nameless") : given;
    return clinic === null ? name : t("activity.forClinic", { name, clinic: clinic.name });
  }
  const note = share?.words.note ?? null;
  return note === null ? t("activity.byUnnamedLink") : t("activity.byLink", { note });
}

/** A move of a share as a sentence. */
export function moveInWords(move: ShareMove, share: OwnedShare, { t }: Words): string {
  const { isInvitation } = share;
  if (share.kind === "link") return linkMoveInWords(move, share, t);
  const known = knownAs(share);
  if (share.kind === "clinic" && known !== null && move.action === "share.offered")
    return t("activity.moves.sharedWithClinic", { who: known });
  const who = known ?? t("activity.moves.somebody");
  const whoFirst = known ?? t("activity.moves.somebodyFirst");
  switch (move.action) {
    case "share.offered":
      return isInvitation ? t("activity.moves.invited", { who }) : t("activity.moves.madeCode");
    case "share.renewed":
      return isInvitation ? t("activity.moves.invitedAgain", { who }) : t("activity.moves.newCode");
    case "share.redeemed":
      return t("activity.moves.redeemed", { who: whoFirst });
    case "share.activated":
      return move.isOwners
        ? t("activity.moves.letIn", { who })
        : t("activity.moves.accepted", { who: whoFirst });
    case "share.changed":
      return t("activity.moves.changed", { who });
    case "share.opened":
      throw new Error("Only a link is opened.");
    case "share.ended":
      return endInWords(move, share, { who, whoFirst }, t);
  }
}

/** What happens to a link: it lets in nobody by name, so there is nobody to accept or to leave. */
function linkMoveInWords(
  { action, reason }: ShareMove,
  { words: { note } }: OwnedShare,
  t: Words["t"],
): string {
  const link = note === null ? t("activity.moves.link.unnamed") : t("activity.moves.link.named", { note });
  switch (action) {
    case "share.opened":
      return t("activity.moves.link.opened", { link });
    case "share.changed":
      return t("activity.moves.link.changed", { link });
    case "share.ended":
      return reason === "expired"
        ? t("activity.moves.link.expired", { link })
        : t("activity.moves.link.revoked", { link });
    default:
      return t("activity.moves.link.made", { link });
  }
}

/** An invitation that nobody took has an address only. */
function knownAs({ viewer, clinicName, words }: OwnedShare): string | null {
  return viewer?.name ?? clinicName ?? words.address;
}

function endInWords(
  { reason, isOwners }: ShareMove,
  { kind, isInvitation, activatedAt }: OwnedShare,
  { who, whoFirst }: { readonly who: string; readonly whoFirst: string },
  t: Words["t"],
): string {
  switch (reason) {
    case "left":
      // Members do not give up what is shared with their clinic: it closed.
      if (kind === "clinic") return t("activity.moves.clinicClosed", { who: whoFirst });
      return activatedAt === null
        ? t("activity.moves.tookBack", { who: whoFirst })
        : t("activity.moves.left", { who: whoFirst });
    case "declined":
      return isOwners ? t("activity.moves.notLetIn") : t("activity.moves.declined", { who: whoFirst });
    case "withdrawn":
      return isInvitation
        ? t("activity.moves.invitationWithdrawn", { who })
        : t("activity.moves.codeWithdrawn");
    case "expired":
      if (activatedAt !== null) return t("activity.moves.expired", { who });
      return isInvitation
        ? t("activity.moves.invitationOver", { who: whoFirst })
        : t("activity.moves.codeOver");
    default:
      return t("activity.moves.revoked", { who });
  }
}
