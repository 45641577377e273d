import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeletionReceipt } from "@/components/settings/deletion-receipt";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { erasureReceipt } from "@/lib/patients/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.deleted.page") };
}

export default async function DeletedPage({ params }: { readonly params: Promise<{ receipt: string }> }) {
  const receipt = await erasureReceipt((await params).receipt);
  if (!receipt) notFound();
  return (
    <DeletionReceipt
      receipt={receipt}
      dexcomAccountUrl={env().DEXCOM_ACCOUNT_URL ?? null}
      words={await loadWords()}
    />
  );
}
