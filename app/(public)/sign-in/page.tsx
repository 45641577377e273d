import type { Metadata } from "next";
import { Consent } from "@/app/consent";
import { PATHS } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in with Dexcom" };

export default function SignInPage() {
  return (
    <>
      <h1>Before you go to Dexcom</h1>
      <Consent purpose="sign-in" backHref={PATHS.home} />
    </>
  );
}
