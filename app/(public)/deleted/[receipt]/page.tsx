import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeletionReceipt } from "@/components/settings/deletion-receipt";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { erasureReceipt } from "@/lib/patients/data";

export const metadata: Metadata = { title: "Deleted" };

export default async function DeletedPage({ params }: { readonly params: Promise<{ receipt: string }> }) {
  const receipt = await erasureReceipt((await params).receipt);
  if (!receipt) notFound();
  return (
    <DeletionReceipt
      receipt={receipt}
      dexcomAccountUrl={env().DEXCOM_ACCOUNT_URL ?? null}
      locale={(await loadWords()).locale}
    />
  );
}
