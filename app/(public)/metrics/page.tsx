import type { Metadata } from "next";
import { MetricCatalogue } from "@/components/metrics/metric-catalogue";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { loadWords } from "@/lib/i18n/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await loadWords();
  return { title: t("pages.footer.figures"), description: t("pages.figures") };
}

export default async function MetricsPage() {
  const words = await loadWords();
  return <MetricCatalogue groups={catalogueFor(words)} words={words} />;
}
