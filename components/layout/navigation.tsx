import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import styles from "./navigation.module.css";

export type Place = "overview" | "daily" | "settings";

const PLACES: readonly { readonly place: Place; readonly label: string }[] = [
  { place: "overview", label: "Overview" },
  { place: "daily", label: "Daily" },
  { place: "settings", label: "Settings" },
];

/** One list of places: a column at the left from 1,024 px, a bar at the bottom below that. */
export function Navigation({
  current,
  hrefs,
}: {
  readonly current: Place;
  readonly hrefs: Readonly<Record<Place, string>>;
}) {
  return (
    <nav className={styles.navigation} aria-label="Main">
      <ul>
        {PLACES.map(({ place, label }) => (
          <li key={place}>
            <Link href={hrefs[place]} aria-current={place === current ? "page" : undefined}>
              <Icon name={place} size={20} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
