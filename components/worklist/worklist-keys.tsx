import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import type { Words } from "@/lib/i18n/translate";
import styles from "./worklist-keys.module.css";

/** The id of the panel, which a key opens, too. */
export const KEYS_ID = "worklist-keys";

const KEYS = [
  [["j", "↓"], "next"],
  [["k", "↑"], "previous"],
  [["Enter", "o"], "open"],
  [["r"], "review"],
  [["u"], "undo"],
  [["n"], "note"],
  [["c"], "copy"],
  [["/"], "search"],
  [["?"], "keys"],
  [["Esc"], "close"],
] as const;

/** Which keys do what, for whoever goes through the list without a mouse. */
export function WorklistKeys({ words: { t } }: { readonly words: Words }) {
  return (
    <div className={styles.keys}>
      <button type="button" popoverTarget={KEYS_ID} className={styles.button}>
        <Icon name="info" />
        {t("worklist.keys.title")}
      </button>
      <div
        id={KEYS_ID}
        popover="auto"
        className={classNames(panel.panel, styles.panel)}
        role="region"
        aria-label={t("worklist.keys.title")}
      >
        <p className="muted">{t("worklist.keys.facts")}</p>
        <dl>
          {KEYS.map(([keys, deed]) => (
            <div key={deed}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(`worklist.keys.deeds.${deed}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
