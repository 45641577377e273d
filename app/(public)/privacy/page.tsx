import type { Metadata } from "next";
import { Article } from "@/components/ui/article";
import { OperatorText } from "@/components/ui/operator-text";
import { env } from "@/lib/env";
import { delayInWords } from "@/lib/format/delay";
import { readOperatorText } from "@/lib/operator-text";
import { type Site, site } from "@/lib/site";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const own = await readOperatorText(env().PRIVACY_TEXT_FILE);
  return (
    <Article title="Privacy">{own ? <OperatorText blocks={own} /> : <DefaultPrivacy {...site()} />}</Article>
  );
}

/** What is true of every installation. An operator's own text replaces it. */
function DefaultPrivacy({ operator, support, delayMinutes, keyBackupDays, simulated }: Site) {
  return (
    <>
      <p>
        This is what the software does with your data.{" "}
        {operator ? `${operator} runs this site` : "Whoever runs this site"} is responsible for it
        {operator ? "" : " and has not added a text of their own yet"}.
        {simulated ? " The people on this installation are simulated; no real person's data is here." : ""}
      </p>
      <h2>What is read</h2>
      <p>
        From your Dexcom account, with your permission: past glucose values, the events you entered (carbs,
        insulin, exercise, health, notes), calibrations, alerts, and your devices with their alert settings.
        Dexcom tells us neither your name nor your e-mail address, and we never see your password. By design
        the data is {delayInWords(delayMinutes)} old when it is read.
      </p>
      <h2>What it is used for</h2>
      <p>
        To show your reports to you. There is no advertising, no analytics and no third party; nothing is
        sold.
      </p>
      <h2>How it is kept</h2>
      <p>
        Readings and Dexcom's permission are stored encrypted: readings under a key of your own, the
        permission under a key of the connection. Someone with a copy of the database alone sees no glucose
        value; they could see on which days a sensor was worn and roughly how much. Whoever runs this site
        holds the keys and could read the data; encryption does not protect you from them.
      </p>
      <h2>How long</h2>
      <p>
        Until you delete it. You can stop the reading and keep what is there, or delete everything, at any
        time, in Settings. Deleting destroys your key at once; copies of that key in backups are gone after{" "}
        {keyBackupDays} days at most, and the receipt you get names the date.
      </p>
      <h2>How to take it back</h2>
      <p>
        Disconnect in Settings, and Hindsight forgets its permission. The grant itself lives at Dexcom: to end
        it there too, sign in to your Dexcom account and remove Hindsight under its permissions for apps.
      </p>
      <h2>Cookies</h2>
      <p>
        One cookie keeps you signed in, for at most twelve hours; another, for ten minutes, ties a sign-in at
        Dexcom to the browser that began it. There are no others.
      </p>
      <h2>Questions</h2>
      <p>{support ? `Contact: ${support}` : "The operator of this site has not set a contact yet."}</p>
    </>
  );
}
