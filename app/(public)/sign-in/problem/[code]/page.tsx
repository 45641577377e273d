import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ProblemPage } from "@/components/ui/problem-page";
import { isSignInProblem, SIGN_IN_PROBLEM_WORDS } from "@/lib/connections/outcome";
import { PATHS } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign-in" };

export default async function SignInProblemPage({ params }: { readonly params: Promise<{ code: string }> }) {
  const { code } = await params;
  if (!isSignInProblem(code)) notFound();
  const { title, happened, means, next, action } = SIGN_IN_PROBLEM_WORDS[code];
  const toSettings = action === "connection";
  return (
    <ProblemPage
      title={title}
      happened={happened}
      meaning={means}
      todo={next}
      actions={
        <Link href={toSettings ? PATHS.connection : PATHS.signIn} className={buttonLook({ tone: "primary" })}>
          {toSettings ? "Back to Connection" : "Start again"}
        </Link>
      }
    />
  );
}
