import type { Metadata } from "next";
import { Article } from "@/components/ui/article";
import { OperatorText } from "@/components/ui/operator-text";
import { env } from "@/lib/env";
import { delayInWords } from "@/lib/format/delay";
import { readOperatorText } from "@/lib/operator-text";
import { type Site, site } from "@/lib/site";

export const metadata: Metadata = { title: "Terms" };

export default async function TermsPage() {
  const own = await readOperatorText(env().TERMS_TEXT_FILE);
  return (
    <Article title="Terms">{own ? <OperatorText blocks={own} /> : <DefaultTerms {...site()} />}</Article>
  );
}

/** What holds for every installation. An operator's own text replaces it. */
function DefaultTerms({ operator, support, delayMinutes }: Site) {
  return (
    <>
      <h2>What Hindsight is for</h2>
      <p>
        Hindsight shows glucose of the past: everything in it is at least {delayInWords(delayMinutes)} old. It
        is not for treatment decisions. For what is happening now, use your CGM app or a meter; in an
        emergency, call your local emergency number.
      </p>
      <h2>What it is not</h2>
      <p>
        It is not a medical device, gives no advice on treatment and raises no alarms. Figures can be withheld
        when there is too little data for them; each says why.
      </p>
      <h2>Whose data</h2>
      <p>
        Your data is yours. You confirm that you are the person whose Dexcom account you connect, or their
        parent or guardian.
      </p>
      <h2>Who is behind it</h2>
      <p>
        {operator
          ? `This installation is run by ${operator}. `
          : "The operator of this installation has not given a name yet. "}
        Hindsight is independent of Dexcom; Dexcom is a mark of its owner.
        {support ? ` Contact: ${support}` : ""}
      </p>
    </>
  );
}
