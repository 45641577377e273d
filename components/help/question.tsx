import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import { type HelpTopic, helpPath } from "@/lib/routes";
import styles from "./question.module.css";

/** What people ask beside a figure, a notice or a form, and the chapter that answers it. */
const ANSWERED_IN = {
  goals: "figures",
  withheld: "figures",
  leftOut: "left-out",
  sharing: "sharing",
  connection: "connection",
  ending: "ending",
  regions: "regions",
  device: "device",
} as const satisfies Record<string, HelpTopic>;

/** A question where it arises, quiet and one click from its answer. On paper it would lead nowhere. */
export function Question({
  about,
  words: { t },
}: {
  readonly about: keyof typeof ANSWERED_IN;
  readonly words: Pick<Words, "t">;
}) {
  return (
    <Link href={helpPath(ANSWERED_IN[about])} className={classNames(styles.question, "screen-only")}>
      {t(`help.questions.${about}`)}
    </Link>
  );
}
