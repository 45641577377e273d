import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { problemHeadings } from "@/components/ui/problem-headings";
import { ProblemPage } from "@/components/ui/problem-page";
import { accountOf } from "@/lib/accounts/data";
import { currentUser } from "@/lib/auth";
import { isOidcProblem, type OidcProblem } from "@/lib/auth/outcome";
import { isSignInProblem, type SignInProblem } from "@/lib/connections/outcome";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.problem.page") };
}

export default async function SignInProblemPage({ params }: { readonly params: Promise<{ code: string }> }) {
  const { code } = await params;
  if (!isSignInProblem(code) && !isOidcProblem(code)) notFound();
  const words = await loadWords();
  const { t } = words;
  const { href, label } = await wayOn(code);
  return (
    <ProblemPage
      headings={problemHeadings(words)}
      title={t(`pages.problem.${code}.title`)}
      happened={t(`pages.problem.${code}.happened`)}
      meaning={t(`pages.problem.${code}.means`)}
      todo={t(`pages.problem.${code}.next`)}
      actions={
        <Link href={href} className={buttonLook({ tone: "primary" })}>
          {t(label)}
        </Link>
      }
    />
  );
}

/** Where it can be begun again. */
async function wayOn(code: SignInProblem | OidcProblem) {
  const isOidc = isOidcProblem(code);
  if (code !== "unavailable" && (await wasJoining(isOidc)))
    return { href: PATHS.changeWays, label: "pages.problem.security" } as const;
  // Whoever came back with another account is still signed in: reconnecting is where they were.
  if (code === "wrong-account" || code === "one-dexcom")
    return { href: PATHS.connection, label: "pages.problem.settings" } as const;
  return { href: isOidc ? PATHS.emailSignIn : PATHS.signIn, label: "pages.problem.again" } as const;
}

/** Whoever adds an account to their own must not be led to sign in with it: that would make another person of them. */
async function wasJoining(isOidc: boolean): Promise<boolean> {
  const user = await currentUser();
  if (user === null) return false;
  return isOidc || !(await accountOf(user.userId))?.hasDexcom;
}
