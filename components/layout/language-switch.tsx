"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import type { Language, NamedLanguage } from "@/lib/i18n/languages";
import styles from "./language-switch.module.css";

/** Sends `{ language }` to `action`, which remembers it in this browser. Each language by its own name. */
export function LanguageSwitch({
  languages,
  current,
  action,
  label,
}: {
  readonly languages: readonly NamedLanguage[];
  readonly current: Language;
  readonly action: string;
  /** "Language", in the reader's own. */
  readonly label: string;
}) {
  const refresh = useRefresh();
  const { state, run } = useMutation({ url: action, onDone: refresh });
  return (
    <div className={styles.switch} role="group" aria-label={label}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === current}
          onClick={() => code !== current && run({ language: code })}
        >
          {name}
        </button>
      ))}
      {state.status === "failed" ? <MutationMessage state={state} /> : null}
    </div>
  );
}
