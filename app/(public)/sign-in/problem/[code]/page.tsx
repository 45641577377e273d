import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { problemHeadings } from "@/components/ui/problem-headings";
import { ProblemPage } from "@/components/ui/problem-page";
import { isSignInProblem } from "@/lib/connections/outcome";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.problem.page") };
}

export default async function SignInProblemPage({ params }: { readonly params: Promise<{ code: string }> }) {
  const { code } = await params;
  if (!isSignInProblem(code)) notFound();
  const words = await loadWords();
  const { t } = words;
  // Whoever came back with another account is still signed in: reconnecting is where they were.
  const toSettings = code === "wrong-account";
  return (
    <ProblemPage
      headings={problemHeadings(words)}
      title={t(`pages.problem.${code}.title`)}
      happened={t(`pages.problem.${code}.happened`)}
      meaning={t(`pages.problem.${code}.means`)}
      todo={t(`pages.problem.${code}.next`)}
      actions={
        <Link href={toSettings ? PATHS.connection : PATHS.signIn} className={buttonLook({ tone: "primary" })}>
          {t(toSettings ? "pages.problem.settings" : "pages.problem.again")}
        </Link>
      }
    />
  );
}
