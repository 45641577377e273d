import type { Words } from "@/lib/i18n/translate";
import type { NameWords } from "./name-form";

export function nameWords({ t }: Words): NameWords {
  return {
    title: t("accounts.name.title"),
    facts: t("accounts.name.facts"),
    label: t("accounts.name.label"),
    invalid: t("accounts.name.invalid"),
    save: t("accounts.name.save"),
    saving: t("accounts.name.saving"),
    saved: t("accounts.name.saved"),
  };
}
