"use client";

import { type FormEvent, useCallback, useState } from "react";
import { answerField, textField } from "@/components/forms/answer-field";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { RangeSetId } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { Placing, Preview } from "@/lib/worklist/preview";
import styles from "./preview-parts.module.css";
import { targetsInWords } from "./preview-words";

type Targets = Preview["targets"];

// As the server knows them (lib/clinics/schema.ts).
const TARGETS = [
  "standard",
  "older",
  "pregnancy",
  "pregnancy-type-2",
] as const satisfies readonly RangeSetId[];

/** One of the clinic's own words to sort patients by. */
interface PreviewLabel {
  readonly id: string;
  readonly name: string;
}

export interface PreviewLabels {
  readonly tags: readonly PreviewLabel[];
  readonly sites: readonly PreviewLabel[];
}

interface PreviewPlacingProps {
  readonly placing: Placing;
  /** In use. */
  readonly targets: Targets;
  readonly url: string;
  readonly canWork: boolean;
  readonly labels: PreviewLabels;
  readonly unit: GlucoseUnit;
  readonly onSaved: () => void;
  readonly words: Words;
}

/** Where the clinic keeps a patient: site, tags, and the targets that the figures are held against. */
export function PreviewPlacing(props: PreviewPlacingProps) {
  const { placing, targets, canWork, labels, unit, onSaved, words } = props;
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const { site, tags } = placingInWords(placing, labels, words);
  if (isOpen)
    return (
      <PlacingForm
        {...props}
        onSaved={() => {
          setOpen(false);
          onSaved();
        }}
        onCancel={() => setOpen(false)}
      />
    );
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("worklistPreview.placing.site")}</dt>
        <dd>{site}</dd>
        <dt>{t("worklistPreview.placing.tags")}</dt>
        <dd>{tags}</dd>
        <dt>{t("worklistPreview.placing.targets")}</dt>
        <dd>{targetsInWords(targets, unit, words)}</dd>
      </dl>
      {canWork ? (
        <div>
          <Button
            tone="quiet"
            aria-label={`${t("worklistPreview.placing.edit")}: ${t("worklistPreview.placing.title")}`}
            onClick={() => setOpen(true)}
          >
            {t("worklistPreview.placing.edit")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function PlacingForm({
  placing,
  url,
  labels,
  unit,
  onSaved,
  onCancel,
  words,
}: PreviewPlacingProps & { readonly onCancel: () => void }) {
  const { t } = words;
  const [siteId, setSite] = useState(placing.siteId);
  const [tagIds, setTags] = useState(placing.tagIds);
  const [targets, setTargets] = useState(placing.targets);
  const [theirs, setTheirs] = useState<Placing | null>(null);
  const onRefused = useCallback((answer: unknown) => setTheirs(placingIn(answerField(answer, "now"))), []);
  const { state, run } = useMutation({ url, method: "PUT", onDone: onSaved, onRefused });
  const known = (ids: readonly string[], among: readonly PreviewLabel[]) =>
    among.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // A label that was removed meanwhile is not sent: nobody can choose it any more.
    const [site = null] = known(siteId === null ? [] : [siteId], labels.sites);
    const { revision } = theirs ?? placing;
    run({ revision, targets, siteId: site, tagIds: known(tagIds, labels.tags) });
  };
  const isConflict = theirs !== null && state.status === "failed";
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {isConflict ? (
        <Notice icon="attention" title={t("worklistPreview.placing.conflict")} role="alert">
          <p>
            {t("worklistPreview.placing.conflictText", { now: nowInWords(theirs, labels, { unit, words }) })}
          </p>
        </Notice>
      ) : null}
      <Field label={t("worklistPreview.placing.site")}>
        {(ids) => (
          <select {...ids} value={siteId ?? ""} onChange={(event) => setSite(event.target.value || null)}>
            <option value="">{t("worklistPreview.placing.noSite")}</option>
            {labels.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("worklistPreview.placing.targets")}>
        {(ids) => (
          <select
            {...ids}
            value={targets ?? ""}
            onChange={(event) => setTargets(TARGETS.find((one) => one === event.target.value) ?? null)}
          >
            <option value="">{t("worklistPreview.placing.clinicTargets")}</option>
            {TARGETS.map((one) => (
              <option key={one} value={one}>
                {targetsInWords(one, unit, words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className={styles.tags}>
        <legend>{t("worklistPreview.placing.tags")}</legend>
        {labels.tags.length === 0 ? <p>{t("worklistPreview.placing.noTags")}</p> : null}
        {labels.tags.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={tagIds.includes(id)}
              onChange={(event) =>
                setTags(event.target.checked ? [...tagIds, id] : tagIds.filter((one) => one !== id))
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {t("worklistPreview.placing.save")}
        </Button>
        <Button onClick={onCancel}>{t("worklistPreview.placing.cancel")}</Button>
      </div>
      {isConflict ? null : <MutationMessage state={state} pending={t("worklistPreview.placing.saving")} />}
    </form>
  );
}

function placingInWords(
  { siteId, tagIds }: Pick<Placing, "siteId" | "tagIds">,
  { sites, tags }: PreviewLabels,
  { t }: Words,
): { readonly site: string; readonly tags: string } {
  const given = tags.filter(({ id }) => tagIds.includes(id)).map(({ name }) => name);
  return {
    site: sites.find(({ id }) => id === siteId)?.name ?? t("worklistPreview.placing.noSite"),
    tags: given.length === 0 ? t("worklistPreview.placing.noTags") : given.join(", "),
  };
}

function nowInWords(
  placing: Placing,
  labels: PreviewLabels,
  { unit, words }: { readonly unit: GlucoseUnit; readonly words: Words },
): string {
  const { site, tags } = placingInWords(placing, labels, words);
  const targets =
    placing.targets === null
      ? words.t("worklistPreview.placing.clinicTargets")
      : targetsInWords(placing.targets, unit, words);
  return [site, tags, targets].join("; ");
}

/** How a patient is kept, from an answer; null where it does not say. */
export function placingIn(answer: unknown): Placing | null {
  const [revision, tagIds] = [answerField(answer, "revision"), answerField(answer, "tagIds")];
  if (typeof revision !== "number" || !Array.isArray(tagIds)) return null;
  return {
    revision,
    targets: TARGETS.find((one) => one === answerField(answer, "targets")) ?? null,
    siteId: textField(answer, "siteId"),
    tagIds: tagIds.filter((id) => typeof id === "string"),
  };
}
