import { INACTIVE_DAYS, TARGETS } from "@/lib/clinics/schema";
import type { Words } from "@/lib/i18n/translate";
import type { InviteWords } from "./invite-member";
import { roleChoices } from "./role-words";
import type { SettingsWords } from "./settings-form";

// What the forms of a team say, finished: they run in the browser, which has no catalogue for them.

export function inviteWords(words: Words): InviteWords {
  const { t } = words;
  return {
    address: t("clinics.invite.address"),
    addressInvalid: t("clinics.invite.addressInvalid"),
    role: t("clinics.invite.role"),
    roles: roleChoices(words),
    submit: t("clinics.invite.submit"),
    sending: t("clinics.invite.sending"),
    sent: t("clinics.invite.sent"),
  };
}

export function settingsWords({ t }: Words): SettingsWords {
  return {
    name: t("clinics.settings.name"),
    nameInvalid: t("clinics.settings.nameInvalid"),
    targets: t("clinics.settings.targets"),
    targetsChoices: TARGETS.map((value) => ({ value, label: t(`statistics.sets.${value}.name`) })),
    inactive: t("clinics.settings.inactive"),
    inactiveChoices: [
      ...INACTIVE_DAYS.map((days) => ({
        value: String(days),
        days,
        label: t("clinics.settings.inactiveAfter", { count: days }),
      })),
      { value: "never", days: null, label: t("clinics.settings.inactiveNever") },
    ],
    save: t("clinics.settings.save"),
    saving: t("clinics.settings.saving"),
    saved: t("clinics.settings.saved"),
  };
}
