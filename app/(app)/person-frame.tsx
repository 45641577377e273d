import type { ReactNode } from "react";
import { AccountFrame } from "@/app/(app)/account-frame";
import { PatientFrame } from "@/app/(app)/patient-frame";
import type { AccountPage } from "@/lib/accounts/loaders";
import type { PatientPage } from "@/lib/reports/loaders";

/** The frame of pages that everybody has: somebody with data of their own keeps the way back to it. */
export function PersonFrame({
  page,
  own,
  current,
  children,
}: {
  readonly page: AccountPage;
  /** The person's own data; null for somebody who holds none. */
  readonly own: PatientPage | null;
  readonly current: "people" | "clinics" | "settings";
  readonly children: ReactNode;
}) {
  return own === null ? (
    <AccountFrame page={page} current={current}>
      {children}
    </AccountFrame>
  ) : (
    <PatientFrame page={own} patient="me" current={current}>
      {children}
    </PatientFrame>
  );
}
