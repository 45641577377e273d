import type { ReactNode } from "react";
import { Question } from "@/components/help/question";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { linkTo } from "@/components/ui/link-to";
import { PATHS } from "@/lib/routes";
import { ActiveShares } from "./active-shares";
import { EndedShares } from "./ended-shares";
import { Offers } from "./offers";
import { Said } from "./said";
import { SharePart } from "./share-card";
import type { OwnSharesProps } from "./shares-props";
import { WaitingShares } from "./waiting-shares";

/** With whom somebody shares: what waits for them first, then who looks, what is out, and a way to let somebody in. */
export function OwnShares({
  form,
  ...props
}: OwnSharesProps & {
  /** The form for a new offer, or what has to be done first. */
  readonly form: ReactNode;
}) {
  const { words } = props;
  const { t } = words;
  return (
    <ReportBody>
      <ReportHeader title={t("sharing.title")} facts={t("sharing.facts")}>
        <Question about="sharing" words={words} />
      </ReportHeader>
      <Said>
        <WaitingShares {...props} />
        <ActiveShares {...props} />
        <Offers {...props} />
        <SharePart id="share" title={t("sharing.form.title")}>
          {form}
        </SharePart>
        <EndedShares {...props} />
      </Said>
      <p className="muted">{t.rich("sharing.others", { link: linkTo(PATHS.people) })}</p>
    </ReportBody>
  );
}
