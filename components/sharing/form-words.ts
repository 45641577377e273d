import type { CodeFormWords } from "@/components/forms/code-form";
import type { Words } from "@/lib/i18n/translate";
import { LINK_OPENS_MAX, SHARE_LASTS, WINDOW_DAYS_MAX } from "@/lib/sharing/schema";
import type { ChangeTermsWords } from "./change-terms";
import type { OfferWords } from "./offer-actions";
import type { ShareFormWords } from "./share-form";
import type { ShownCodeWords } from "./shown-code";
import type { ShownLinkWords } from "./shown-link";
import { LAST_DAYS } from "./terms-draft";
import type { TermsFieldsWords } from "./terms-fields";

// What the forms say, finished: they run in the browser, which has no catalogue for them.

/** What stands in a text for what only the browser knows: an address that was typed, the clinic that was found. */
const UNKNOWN = "\u0000";

function around(text: string): readonly [before: string, after: string] {
  const [before = "", after = ""] = text.split(UNKNOWN);
  return [before, after];
}

function termsFieldsWords({ t }: Words): TermsFieldsWords {
  return {
    what: t("sharing.form.what"),
    reports: t("sharing.form.reports"),
    summary: t("sharing.form.summary"),
    summaryText: t("sharing.form.summaryText"),
    events: t("sharing.form.events"),
    notes: t("sharing.form.notes"),
    days: t("sharing.form.days"),
    daysChoices: [
      ...LAST_DAYS.map((count) => ({
        value: `${count}` as const,
        label: t("sharing.form.daysLast", { count }),
      })),
      { value: "own", label: t("sharing.form.daysOwn") },
      { value: "from", label: t("sharing.form.daysFrom") },
      { value: "all", label: t("sharing.form.daysAll") },
    ],
    from: t("sharing.form.from"),
    fromInvalid: t("sharing.form.dateInvalid"),
    ownDays: t("sharing.form.ownDays"),
    ownDaysMax: WINDOW_DAYS_MAX,
    ownDaysInvalid: t("sharing.form.ownDaysInvalid", { max: WINDOW_DAYS_MAX }),
    lasts: t("sharing.form.lasts"),
    lastsChoices: SHARE_LASTS.map((value) => ({ value, label: t(`sharing.form.lastsFor.${value}`) })),
    lastsHint: {
      person: t("sharing.form.lastsHint"),
      clinic: t("sharing.form.lastsHintClinic"),
      link: t("sharing.form.lastsHintLink"),
    },
  };
}

export function changeTermsWords(words: Words): ChangeTermsWords {
  const { t } = words;
  return {
    open: t("sharing.change.open"),
    close: t("sharing.change.close"),
    save: t("sharing.change.save"),
    saving: t("sharing.change.saving"),
    saved: t("sharing.change.saved"),
    fields: termsFieldsWords(words),
  };
}

function shownCodeWords({ t }: Words, host: string): ShownCodeWords {
  return {
    title: t("sharing.shown.title"),
    how: t("sharing.shown.how", { host }),
    once: t("sharing.shown.once"),
  };
}

function shownLinkWords({ t }: Words): ShownLinkWords {
  return {
    title: t("sharing.shown.link.title"),
    apart: t("sharing.shown.link.apart"),
    address: t("sharing.shown.link.address"),
    copy: t("sharing.shown.link.copy"),
    copied: t("sharing.shown.link.copied"),
    refused: t("sharing.shown.link.refused"),
    passcode: t("sharing.shown.link.passcode"),
    once: t("sharing.shown.link.once", { place: t("sharing.active.title") }),
  };
}

export function shareFormWords(words: Words, host: string): ShareFormWords {
  const { t } = words;
  return {
    whom: t("sharing.form.whom"),
    person: t("sharing.form.person"),
    personText: t("sharing.form.personText"),
    clinic: t("sharing.form.clinic"),
    clinicText: t("sharing.form.clinicText"),
    by: t("sharing.form.by"),
    byCode: t("sharing.form.byCode"),
    byCodeText: t("sharing.form.byCodeText"),
    byEmail: t("sharing.form.byEmail"),
    byEmailText: t("sharing.form.byEmailText"),
    byLink: t("sharing.form.byLink"),
    byLinkText: t("sharing.form.byLinkText"),
    address: t("sharing.form.address"),
    addressInvalid: t("sharing.form.addressInvalid"),
    clinicCode: t("sharing.form.clinicCode"),
    clinicCodeHint: t("sharing.form.clinicCodeHint"),
    clinicCodeInvalid: t("sharing.people.code.invalid"),
    opens: t("sharing.form.opens"),
    opensChoices: Array.from({ length: LINK_OPENS_MAX }, (_, index) => ({
      value: String(index + 1),
      label: t("sharing.form.opensCount", { count: index + 1 }),
    })),
    note: t("sharing.form.note"),
    linkName: t("sharing.form.linkName"),
    linkNameHint: t("sharing.form.linkNameHint"),
    offer: {
      code: t("sharing.form.offerCode"),
      email: t("sharing.form.offerInvitation"),
      clinic: t("sharing.form.findClinic"),
      link: t("sharing.form.makeLink"),
    },
    offering: t("sharing.form.offering"),
    invited: t("sharing.shown.invited"),
    invitedTo: around(t("sharing.shown.invitedText", { address: UNKNOWN })),
    clinicSees: around(t("sharing.shown.clinic", { name: UNKNOWN })),
    clinicStop: t("sharing.shown.clinicText", { place: t("sharing.active.title") }),
    again: t("sharing.shown.again"),
    code: shownCodeWords(words, host),
    link: shownLinkWords(words),
    fields: termsFieldsWords(words),
    confirm: {
      title: t("sharing.clinic.title"),
      managedBy: t("sharing.clinic.managedBy"),
      check: t("sharing.clinic.check"),
      seen: t("sharing.clinic.seen"),
      share: around(t("sharing.clinic.share", { name: UNKNOWN })),
      sharing: t("sharing.clinic.sharing"),
      back: t("sharing.clinic.back"),
    },
  };
}

/** What the two buttons of an offer say: of a code that is out, or of an invitation. */
export function offerWords(words: Words, host: string, isInvitation: boolean): OfferWords {
  const { t } = words;
  return {
    renew: t(isInvitation ? "sharing.offers.sendAgain" : "sharing.offers.newCode"),
    renewing: t(isInvitation ? "sharing.offers.sending" : "sharing.offers.makingCode"),
    renewed: isInvitation ? t("sharing.offers.sentAgain") : null,
    withdraw: t("sharing.offers.withdraw"),
    withdrawing: t("sharing.offers.withdrawing"),
    withdrawn: t("sharing.offers.withdrawn"),
    code: shownCodeWords(words, host),
  };
}

export function enterCodeWords({ t }: Words): CodeFormWords & { readonly entered: string } {
  return {
    label: t("sharing.people.code.label"),
    hint: t("sharing.people.code.hint"),
    invalid: t("sharing.people.code.invalid"),
    submit: t("sharing.people.code.enter"),
    pending: t("sharing.people.code.entering"),
    entered: t("sharing.people.code.entered"),
  };
}

/** What stands where a link's passcode is typed. */
export function viewLinkWords({ t }: Words): CodeFormWords & { readonly missing: string } {
  return {
    label: t("sharedView.door.passcode"),
    hint: t("sharedView.door.hint"),
    invalid: t("sharedView.door.invalid"),
    submit: t("sharedView.door.open"),
    pending: t("sharedView.door.opening"),
    missing: t("sharedView.door.missing"),
  };
}
