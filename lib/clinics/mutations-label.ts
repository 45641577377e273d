import { record } from "@/lib/audit/record";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import type { TransactionOptions } from "@/lib/db/context";
import { isId, newId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { labelKindOf } from "./clinic-row";
import { clinicKey } from "./keys";
import { byMember, managing } from "./mutations";
import type { ClinicAccess } from "./policy";
import type { LabelKind } from "./schema";
import { openLabel, sealLabel } from "./sealed-clinic";

/** Tags, and sites, that a clinic can have. */
export const LABELS_MAX = 100;

/** Makes a tag or a site. */
export async function addLabel(
  access: ClinicAccess,
  { kind, label }: { readonly kind: LabelKind; readonly label: string },
  options: TransactionOptions = {},
): Promise<{ readonly labelId: string }> {
  const { clinicId } = access;
  const labelId = newId();
  await managing(
    access,
    async (tx) => {
      const key = await clinicKey(tx, clinicId);
      if ((await demandFree(tx, { clinicId, kind, label, labelId }, key)) >= LABELS_MAX)
        throw refused("too-many-labels");
      await tx.clinicLabel.create({
        data: { id: labelId, clinicId, kind, sealed: sealLabel(label, { clinicId, rowId: labelId }, key) },
        select: { id: true },
      });
      await record(tx, byMember(access), { action: "label.added", detail: { clinicId, labelId, kind } });
    },
    options,
  );
  return { labelId };
}

/** Calls it something else; whoever carries it keeps it. */
export async function renameLabel(
  access: ClinicAccess,
  { labelId, label }: { readonly labelId: string; readonly label: string },
  options: TransactionOptions = {},
): Promise<void> {
  const { clinicId } = access;
  await managing(
    access,
    async (tx) => {
      const kind = await kindOf(tx, access, labelId);
      const key = await clinicKey(tx, clinicId);
      await demandFree(tx, { clinicId, kind, label, labelId }, key);
      await tx.clinicLabel.updateMany({
        where: { id: labelId, clinicId },
        data: { sealed: sealLabel(label, { clinicId, rowId: labelId }, key) },
      });
      await record(tx, byMember(access), { action: "label.renamed", detail: { clinicId, labelId, kind } });
    },
    options,
  );
}

/** Removes it from the clinic, and so from every patient that carried it. */
export async function removeLabel(
  access: ClinicAccess,
  labelId: string,
  options: TransactionOptions = {},
): Promise<void> {
  const { clinicId } = access;
  await managing(
    access,
    async (tx) => {
      const kind = await kindOf(tx, access, labelId);
      await tx.clinicLabel.deleteMany({ where: { id: labelId, clinicId } });
      await record(tx, byMember(access), { action: "label.removed", detail: { clinicId, labelId, kind } });
    },
    options,
  );
}

async function kindOf(tx: Transaction, { clinicId }: ClinicAccess, labelId: string): Promise<LabelKind> {
  const row = isId(labelId)
    ? await tx.clinicLabel.findFirst({ where: { id: labelId, clinicId }, select: { kind: true } })
    : null;
  if (row === null) throw refused("no-such-label");
  return labelKindOf(row.kind);
}

/** Refuses a name that another of its kind has, however it is written; how many there are. Names are sealed, so the app looks. */
async function demandFree(
  tx: Transaction,
  {
    clinicId,
    kind,
    label,
    labelId,
  }: {
    readonly clinicId: string;
    readonly kind: LabelKind;
    readonly label: string;
    readonly labelId: string;
  },
  key: DataKey,
): Promise<number> {
  const rows = await tx.clinicLabel.findMany({
    where: { clinicId, kind },
    select: { id: true, sealed: true },
  });
  const isTaken = rows.some(
    ({ id, sealed }) =>
      id !== labelId && folded(openLabel(sealed, { clinicId, rowId: id }, key)) === folded(label),
  );
  if (isTaken) throw refused("label-taken");
  return rows.length;
}

/** Nobody tells two apart that differ in case or in the width of their letters only. */
function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
