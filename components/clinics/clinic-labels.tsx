import { SharePart } from "@/components/sharing/share-card";
import { LABEL_KINDS, type LabelKind } from "@/lib/clinics/schema";
import type { LabelView } from "@/lib/clinics/status";
import type { Words } from "@/lib/i18n/translate";
import styles from "./clinics.module.css";
import { AddLabel, LabelActions, type LabelActionWords } from "./label-actions";

interface ClinicLabelsProps {
  readonly labels: readonly LabelView[];
  readonly addUrl: string;
  readonly labelUrl: (id: string) => string;
  readonly words: Words;
}

/** What the clinic sorts its patients by: made, renamed and removed by administrators. */
export function ClinicLabels(props: ClinicLabelsProps) {
  const { t } = props.words;
  return (
    <SharePart id="labels" title={t("clinics.labels.title")} facts={t("clinics.labels.facts")}>
      {LABEL_KINDS.map((kind) => (
        <LabelsOfKind key={kind} kind={kind} {...props} />
      ))}
    </SharePart>
  );
}

function LabelsOfKind({
  kind,
  labels,
  addUrl,
  labelUrl,
  words,
}: ClinicLabelsProps & { readonly kind: LabelKind }) {
  const { t } = words;
  const heading = `labels-${kind}`;
  const own = labels.filter((label) => label.kind === kind);
  const actionWords = labelActionWords(words);
  return (
    <section className={styles.kind} aria-labelledby={heading}>
      <h3 id={heading}>{t(`clinics.labels.kinds.${kind}`)}</h3>
      {own.length === 0 ? (
        <p className="muted">{t(`clinics.labels.empty.${kind}`)}</p>
      ) : (
        <ul className={styles.labels}>
          {own.map(({ id, name }) => (
            <li key={id}>
              <span className={styles.label}>{name}</span>
              <LabelActions url={labelUrl(id)} name={name} words={actionWords} />
            </li>
          ))}
        </ul>
      )}
      <AddLabel
        action={addUrl}
        kind={kind}
        words={{
          label: t(`clinics.labels.add.${kind}`),
          invalid: t("clinics.labels.invalid"),
          submit: t("clinics.labels.submit"),
          pending: t("clinics.labels.adding"),
          added: t("clinics.labels.added"),
        }}
      />
    </section>
  );
}

function labelActionWords({ t }: Words): LabelActionWords {
  return {
    open: t("clinics.labels.change"),
    close: t("clinics.labels.close"),
    rename: {
      label: t("clinics.labels.name"),
      invalid: t("clinics.labels.invalid"),
      submit: t("clinics.labels.rename"),
      pending: t("clinics.labels.renaming"),
    },
    renamed: t("clinics.labels.renamed"),
    remove: t("clinics.labels.remove"),
    removeText: t("clinics.labels.removeText"),
    removing: t("clinics.labels.removing"),
    removed: t("clinics.labels.removed"),
  };
}
