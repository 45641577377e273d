import { cookies } from "next/headers";
import { BareShell } from "@/components/layout/bare-shell";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { problemHeadings } from "@/components/ui/problem-headings";
import { ProblemPage } from "@/components/ui/problem-page";
import { cookieNames } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/format/number";
import { PERIOD_PRESETS_DAYS, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS, reportPath } from "@/lib/routes";

/** For a person that is unknown or not yours, and for dates or options that cannot be shown: what would work instead. */
export default async function PatientNotFound() {
  const words = await loadWords();
  const { t, locale } = words;
  // Whoever has come by a link has no days of their own: the same view, without what the address asked for. Every page
  // brings this one along, so the cookie alone has to tell.
  const hasSession = (await cookies()).has(cookieNames(env()).session);
  const latest = t("states.cannotShow.latest");
  const look = buttonLook({ tone: "primary" });
  return (
    <BareShell homeHref={PATHS.home} skipLabel={t("pages.skip")}>
      <ProblemPage
        headings={problemHeadings(words)}
        title={t("states.cannotShow.title")}
        meaning={t("states.cannotShow.meaning", {
          presets: PERIOD_PRESETS_DAYS.join(", "),
          max: formatNumber(SUMMARY_DAYS_MAX, 0, locale),
        })}
        todo={t("states.cannotShow.todo")}
        actions={
          hasSession ? (
            <Link href={reportPath.overview("me")} className={look}>
              {latest}
            </Link>
          ) : (
            // oxlint-disable-next-line nextjs/no-html-link-for-pages -- the router goes on showing this page for the same path
            <a href="?" className={look}>
              {latest}
            </a>
          )
        }
      />
    </BareShell>
  );
}
