import type { Words } from "@/lib/i18n/translate";

/** From where somebody came, as coarsely as it is kept; null for what is not known. */
export interface SeenPlace {
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string | null;
}

/** "Firefox on Linux". */
export function placeInWords({ browser, system }: Omit<SeenPlace, "network">, { t }: Words): string {
  if (browser === null)
    return system === null
      ? t("security.sessions.unknownBrowser")
      : t("security.sessions.unknownBrowserOn", { system });
  return system === null ? browser : t("security.sessions.place", { browser, system });
}

/** "Network 192.0.2.0/24". */
export function networkInWords({ network }: Pick<SeenPlace, "network">, { t }: Words): string {
  return network === null
    ? t("security.sessions.unknownNetwork")
    : t("security.sessions.network", { network });
}
