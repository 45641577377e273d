import { AddPasskey } from "@/components/account/add-passkey";
import { passkeyItems, passkeyListWords } from "@/components/account/passkey-items";
import { PasskeyList } from "@/components/account/passkey-list";
import { ChangePart } from "@/components/account/ways-in";
import { passkeyWords } from "@/components/sign-in/passkey-words";
import { type AccountPage, loadPasskeys } from "@/lib/accounts/loaders";
import { PASSKEYS_MAX } from "@/lib/accounts/schema";
import { mayRemove } from "@/lib/accounts/status";
import { passkeySite } from "@/lib/auth/passkey-settings";
import type { Instant } from "@/lib/clock";
import { env } from "@/lib/env";
import { API_PATHS } from "@/lib/routes";
import { ConfirmItIsYou } from "./change-ways";

const ADD = { askAction: API_PATHS.passkeys, ask: {}, answerAction: API_PATHS.newPasskey } as const;

/** The person's passkeys. Nothing where the site can use none and they have none. */
export async function Passkeys({
  page,
  at,
}: {
  readonly page: AccountPage;
  readonly at: { readonly now: Instant; readonly displayOffsetMinutes: number };
}) {
  const { account, isRecent, words } = page;
  const { t } = words;
  const passkeys = await loadPasskeys();
  const isPossible = passkeySite(env()) !== null;
  if (!isPossible && passkeys.length === 0) return null;
  const isOnlyWay = passkeys.length > 0 && !mayRemove(account, "passkey");
  return (
    <PasskeyList
      items={passkeyItems(passkeys, at, words)}
      mayRemove={isRecent && !isOnlyWay}
      words={passkeyListWords(words)}
    >
      {isOnlyWay ? <p className="muted">{t("passkeys.only")}</p> : null}
      {isRecent ? (
        <Adding isPossible={isPossible} isFull={passkeys.length >= PASSKEYS_MAX} words={words} />
      ) : (
        <ChangePart summary={t("passkeys.change")}>
          <ConfirmItIsYou page={page} />
        </ChangePart>
      )}
    </PasskeyList>
  );
}

function Adding({
  isPossible,
  isFull,
  words,
}: Pick<AccountPage, "words"> & { readonly isPossible: boolean; readonly isFull: boolean }) {
  const { t } = words;
  if (!isPossible) return <p className="muted">{t("refusals.codes.no-passkeys")}</p>;
  if (isFull) return <p className="muted">{t("refusals.codes.too-many-passkeys")}</p>;
  return <AddPasskey trip={ADD} words={passkeyWords(words, "add")} />;
}
