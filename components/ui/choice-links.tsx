import { Link } from "@/components/ui/link";
import styles from "./choice-links.module.css";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly href: string;
}

/** One of a few ways to show a view, each an address of its own. */
export function ChoiceLinks({
  label,
  choices,
  current,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly current: string;
}) {
  return (
    <nav aria-label={label} className={styles.choices}>
      {choices.map(({ id, label: words, href }) => (
        <Link
          key={id}
          href={href}
          className={styles.choice}
          aria-current={id === current ? "true" : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
