import Bowser from "bowser";
import type { Place } from "@/lib/accounts/sealed-place";
import { NETWORK_HEADER } from "@/lib/api/client-network";

/** Real ones are half as long; nothing is searched that somebody made longer. */
const USER_AGENT_CHARACTERS_MAX = 512;

// What the parser has no name for it takes from the header as it stands: only names that it knows are shown again.
const BROWSERS = new Set(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set(Object.values(Bowser.OS_MAP));

/** As people call them. */
const SHORTER: Readonly<Record<string, string>> = {
  "Microsoft Edge": "Edge",
  "Samsung Internet for Android": "Samsung Internet",
};

/** From where somebody asks, as coarse as it is kept: the families of browser and system, and the network. */
export function placeOf(headers: Headers): Place {
  const userAgent = headers.get("user-agent")?.slice(0, USER_AGENT_CHARACTERS_MAX) ?? "";
  // The parser throws at nothing.
  const { browser, os } = userAgent === "" ? { browser: {}, os: {} } : Bowser.parse(userAgent);
  return {
    browser: familyOf(browser.name, BROWSERS),
    system: familyOf(os.name, SYSTEMS),
    network: headers.get(NETWORK_HEADER) || null,
  };
}

function familyOf(name: string | undefined, known: ReadonlySet<string>): string | null {
  return name !== undefined && known.has(name) ? (SHORTER[name] ?? name) : null;
}
