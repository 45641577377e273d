import type { Metadata } from "next";
import { MetricCatalogue } from "@/components/metrics/metric-catalogue";
import { CATALOGUE } from "@/lib/glucose/catalogue/catalogue";

export const metadata: Metadata = {
  title: "Figures",
  description:
    "Every figure that Hindsight computes: definition, unit, formula, source and a worked example.",
};

export default function MetricsPage() {
  return <MetricCatalogue groups={CATALOGUE} />;
}
