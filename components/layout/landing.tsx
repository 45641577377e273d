import { buttonLook } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { delayInWords } from "@/lib/format/delay";
import { ExampleDay } from "./example-day";
import styles from "./landing.module.css";

const POINTS: readonly { readonly icon: IconName; readonly title: string; readonly text: string }[] = [
  {
    icon: "overview",
    title: "Two weeks on one page",
    text: "Time in range, average, GMI and variation, each with its goal and what it means. The day's rhythm as a glucose profile, and every single day beside it.",
  },
  {
    icon: "info",
    title: "Honest about what it does not know",
    text: "Gaps stay gaps. A figure that the data does not carry is not shown; it says why, and when it will be there.",
  },
  {
    icon: "shield",
    title: "Yours to take back",
    text: "Stored encrypted under a key of your own. Disconnect in one step, keep or delete what is here, and get a receipt.",
  },
];

/** The first page. What this is, what it is not, and one way in. */
export function Landing({
  signInHref,
  privacyHref,
  accounts,
  delayMinutes,
}: {
  readonly signInHref: string;
  readonly privacyHref: string;
  /** "for accounts in the United States", or the region that is set. */
  readonly accounts: string;
  readonly delayMinutes: number;
}) {
  return (
    <div className={styles.landing}>
      <div className={styles.hero}>
        <h1>Look back at your glucose, clearly.</h1>
        <p className={styles.lead}>
          Hindsight turns the readings of your Dexcom sensor into reports that you and the people who care for
          you can understand at a glance.
        </p>
        <div className={styles.action}>
          <Link href={signInHref} className={buttonLook({ tone: "primary", size: "large" })}>
            Sign in with Dexcom
          </Link>
          <p className={styles.small}>
            {accounts.charAt(0).toUpperCase() + accounts.slice(1)}. We never see your password.{" "}
            <Link href={privacyHref}>What is read, and why</Link>
          </p>
        </div>
      </div>
      <ExampleDay />
      <ul className={styles.points}>
        {POINTS.map(({ icon, title, text }) => (
          <li key={title}>
            <Icon name={icon} size={22} className={styles.icon} />
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <p role="note" className={styles.note}>
        <Icon name="clock" />
        <span>
          Readings are at least {delayInWords(delayMinutes)} old by design: Hindsight is for looking back,{" "}
          <strong>not for treatment decisions</strong>. Your CGM app and its alarms stay where they are.
        </span>
      </p>
    </div>
  );
}
