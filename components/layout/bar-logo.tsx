import { Link } from "@/components/ui/link";
import styles from "./bar-logo.module.css";
import { LogoMark } from "./logo";

/** The way to the first page, at the left of a bar. Where there is room for one of them, what the page is about matters more than our name. */
export function BarLogo({ href }: { readonly href: string }) {
  return (
    <Link href={href} className={styles.logo}>
      <LogoMark />
      <span className={styles.name}>Hindsight</span>
    </Link>
  );
}
