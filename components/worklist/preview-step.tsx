import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import styles from "./preview-drawer.module.css";

/** A button that leads away from a patient: to the one before or after, or back to the list. */
export function PreviewStep({
  icon,
  label,
  shortcut,
  go,
}: {
  readonly icon: "previous" | "next" | "close";
  readonly label: string;
  readonly shortcut: string;
  /** Null at an end of the list. */
  readonly go: (() => void) | null;
}) {
  return (
    <Button
      tone="quiet"
      className={styles.step}
      aria-label={label}
      title={label}
      aria-keyshortcuts={shortcut}
      aria-disabled={go === null || undefined}
      onClick={go ?? undefined}
    >
      <Icon name={icon} />
    </Button>
  );
}
