import { BareShell } from "@/components/layout/bare-shell";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ProblemPage } from "@/components/ui/problem-page";
import { PATHS } from "@/lib/routes";

export default function NotFound() {
  return (
    <BareShell homeHref={PATHS.home}>
      <ProblemPage
        title="Nothing was found here"
        meaning="The address may be wrong or old, or what it shows is not yours to see. The answer is the same for both."
        todo="Check the address, or begin at the start page."
        actions={
          <Link href={PATHS.home} className={buttonLook({ tone: "primary" })}>
            Start page
          </Link>
        }
      />
    </BareShell>
  );
}
