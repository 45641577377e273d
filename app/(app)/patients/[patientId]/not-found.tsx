import { BareShell } from "@/components/layout/bare-shell";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ProblemPage } from "@/components/ui/problem-page";
import { PERIOD_PRESETS_DAYS, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import { PATHS, reportPath } from "@/lib/routes";

/** For a person that is unknown or not yours, and for dates that cannot be shown: what would work instead. */
export default function PatientNotFound() {
  return (
    <BareShell homeHref={PATHS.home}>
      <ProblemPage
        title="These days cannot be shown"
        meaning={
          "The address names a person or dates that do not work here. Nothing was changed and nothing is lost. " +
          "A period is " +
          `${PERIOD_PRESETS_DAYS.join(", ")} days, or a first and a last date as YYYY-MM-DD, in that order, ` +
          `at most ${SUMMARY_DAYS_MAX.toLocaleString("en-US")} days apart and not in the future.`
        }
        todo="Open your latest days, or change the dates in the address."
        actions={
          <Link href={reportPath.overview("me")} className={buttonLook({ tone: "primary" })}>
            Show my latest days
          </Link>
        }
      />
    </BareShell>
  );
}
