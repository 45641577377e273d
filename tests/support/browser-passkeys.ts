import { expect, type Page } from "@playwright/test";
import { PATHS } from "@/lib/routes";

/** A device of Chromium's own that keeps passkeys and knows its person, beside this page. */
export interface VirtualDevice {
  /** Whether its person shows a finger when asked; a closed prompt looks the same to a page. */
  readonly letVerify: (verifies: boolean) => Promise<void>;
  readonly held: () => Promise<number>;
  /** As if it were another device. */
  readonly forget: () => Promise<void>;
}

export async function virtualDevice(page: Page): Promise<VirtualDevice> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    letVerify: async (isUserVerified) => {
      await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    held: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
    forget: async () => {
      await session.send("WebAuthn.clearCredentials", { authenticatorId });
    },
  };
}

export const addButton = (page: Page) => page.getByRole("button", { name: "Add a passkey" });
export const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });
export const removeButtons = (page: Page) => page.getByRole("button", { name: /^Remove: / });

/** Adds one to whoever is signed in on this page. */
export async function addPasskey(page: Page): Promise<void> {
  await page.goto(PATHS.security);
  await addButton(page).click();
  await expect(page.getByText("Added. From now on it signs you in.")).toBeVisible();
}
