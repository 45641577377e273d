import { useId } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import type { View } from "@/lib/routes";
import styles from "./navigation.module.css";

export type Place = View | "sharing" | "people" | "worklist" | "clinics" | "settings" | "help";

/** In the bar at the bottom of a phone; the rest is behind “more”. */
const IN_BAR: readonly Place[] = ["overview", "daily", "profile", "patterns", "calendar"];

interface NavigationProps {
  readonly current: Place | null;
  /** The places that there are, in their order. */
  readonly places: readonly { readonly place: Place; readonly href: string }[];
  readonly words: Words;
}

/**
 * The places once: below 1,024 px five in a bar at the bottom and the rest behind “more”, above it all of them in a column
 * at the left, the five first.
 */
export function Navigation({ current, places, words: { t } }: NavigationProps) {
  const id = useId();
  const label = (place: Place) => {
    if (place === "worklist") return t("clinics.tabs.worklist");
    if (place === "clinics") return t("clinics.title");
    if (place === "people") return t("accounts.people.title");
    if (place === "sharing") return t("sharing.title");
    return place === "settings" || place === "help" ? t(`shell.${place}`) : t(`shell.views.${place}`);
  };
  const links = (listed: typeof places) =>
    listed.map(({ place, href }) => (
      <li key={place}>
        <Link href={href} aria-current={place === current ? "page" : undefined}>
          <Icon name={place} size={20} />
          {label(place)}
        </Link>
      </li>
    ));
  const isInBar = ({ place }: { readonly place: Place }) =>
    places.length <= IN_BAR.length || IN_BAR.includes(place);
  const first = places.filter(isInBar);
  const behind = places.filter((one) => !isInBar(one));
  return (
    <nav className={styles.navigation} aria-label={t("shell.menu")}>
      <ul className={styles.first}>
        {links(first)}
        {behind.length === 0 ? null : (
          <li className={styles.opener}>
            <button
              type="button"
              popoverTarget={id}
              aria-current={behind.some(({ place }) => place === current) ? "true" : undefined}
            >
              <Icon name="more" size={20} />
              {t("shell.more")}
            </button>
          </li>
        )}
      </ul>
      {behind.length === 0 ? null : (
        <div id={id} popover="auto" className={styles.more}>
          <p className="visually-hidden">{t("shell.moreTitle")}</p>
          <ul>{links(behind)}</ul>
        </div>
      )}
    </nav>
  );
}
