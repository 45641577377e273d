import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import { helpPath } from "@/lib/routes";
import styles from "./treatment-notice.module.css";

/** On every page with glucose, never dismissible, never shouting. */
export function TreatmentNotice({
  words: { t },
  isLinked = false,
}: {
  readonly words: Words;
  /** Whether it leads to what is for that; not where Help is this page, or cannot be reached. */
  readonly isLinked?: boolean;
}) {
  return (
    <p role="note" className={styles.notice}>
      <Icon name="info" />
      <span>
        {isLinked
          ? t.rich("states.notice", { help: linkToPurpose })
          : t.markup("states.notice", { help: (text) => text })}
      </span>
    </p>
  );
}

function linkToPurpose(text: ReactNode): ReactNode {
  return <Link href={helpPath("purpose")}>{text}</Link>;
}
