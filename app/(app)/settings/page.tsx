import { redirect } from "next/navigation";
import { PATHS } from "@/lib/routes";

export default function SettingsPage() {
  redirect(PATHS.connection);
}
