import { Icon } from "@/components/ui/icon";
import styles from "./connection-panel.module.css";

/** Where the grant itself ends: at Dexcom, not here. Said wherever somebody disconnects or deletes. */
export function GrantAtDexcom({ accountUrl }: { readonly accountUrl: string | null }) {
  return (
    <p className={styles.text}>
      The permission itself is kept at Dexcom and ends only there.{" "}
      {accountUrl ? (
        <>
          Remove Hindsight on{" "}
          <a href={accountUrl} rel="noreferrer">
            Dexcom's Permissions page <Icon name="external" size={13} className={styles.external} />
          </a>
          .
        </>
      ) : (
        "Sign in to your Dexcom account, open the list of apps that may read your data, and remove Hindsight."
      )}
    </p>
  );
}
