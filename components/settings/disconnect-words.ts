import type { Words } from "@/lib/i18n/translate";

/** Everything that the dialog says, finished: it runs in the browser, which has no catalogue for it. */
export interface DisconnectWords {
  readonly open: string;
  readonly title: string;
  readonly question: string;
  readonly choices: readonly {
    readonly value: "keep" | "delete";
    readonly title: string;
    readonly meaning: string;
    readonly action: string;
  }[];
  readonly stay: string;
  readonly pending: string;
}

export function disconnectWords({ t }: Words): DisconnectWords {
  return {
    open: t("settings.disconnect.open"),
    title: t("settings.disconnect.title"),
    question: t("settings.disconnect.question"),
    choices: (["keep", "delete"] as const).map((value) => ({
      value,
      title: t(`settings.disconnect.${value}`),
      meaning: t(`settings.disconnect.${value}Meaning`),
      action: t(`settings.disconnect.${value}Action`),
    })),
    stay: t("settings.disconnect.stay"),
    pending: t("settings.disconnect.pending"),
  };
}
