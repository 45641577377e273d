import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Words } from "@/lib/i18n/translate";
import styles from "./connection-panel.module.css";

/** Where the grant itself ends: at Dexcom, not here. Said wherever somebody disconnects or deletes. */
export function GrantAtDexcom({
  accountUrl,
  words: { t },
}: {
  readonly accountUrl: string | null;
  readonly words: Words;
}) {
  return (
    <p className={styles.text}>
      {t("settings.grant.there")}{" "}
      {accountUrl
        ? t.rich("settings.grant.link", {
            link: linkTo(accountUrl),
          })
        : t("settings.grant.steps")}
    </p>
  );
}

function linkTo(url: string): (text: ReactNode) => ReactNode {
  return (text) => (
    <a href={url} rel="noreferrer">
      {text} <Icon name="external" size={13} className={styles.external} />
    </a>
  );
}
