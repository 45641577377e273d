import { redirect } from "next/navigation";
import { reportPath } from "@/lib/routes";

export default async function PatientPage({ params }: { readonly params: Promise<{ patientId: string }> }) {
  redirect(reportPath.overview((await params).patientId));
}
