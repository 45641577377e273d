import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import Script from "next/script";
import type { ReactNode } from "react";
import { preinit, preload } from "react-dom";
import { ErrorWordsProvider } from "@/components/layout/error-words";
import { LinkFollower } from "@/components/ui/link-follower";
import { problemHeadings } from "@/components/ui/problem-headings";
import { languageOf } from "@/lib/i18n/languages";
import { loadWords } from "@/lib/i18n/loaders";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { default: "Hindsight", template: "%s · Hindsight" },
    description: (await loadWords()).t("pages.description"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    icons: { icon: "/icon.svg", apple: "/apple-touch-icon.png" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#10151f" },
  ],
};

// The nonce of each answer's content security policy can only be put into pages that are rendered for it.
export const dynamic = "force-dynamic";

/** The file that the style sheet asks for, too, once it has been read. */
const FONT = new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url);

/** Lets the browser draw the page before it loads React. */
const FIRST_FRAME = new URL("./first-frame.js", import.meta.url);

/** Keeps what is pressed before React is there. */
const EARLY_PRESS = new URL("./early-press.js", import.meta.url);

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Asked for with the page, it is mostly there before the first words are drawn, and nothing moves.
  preload(FONT.pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  preinit(EARLY_PRESS.pathname, { as: "script", nonce: (await headers()).get("x-nonce") ?? "" });
  const words = await loadWords();
  const { t, locale } = words;
  return (
    <html lang={languageOf(locale)}>
      <body>
        <Script src={FIRST_FRAME.pathname} strategy="beforeInteractive" />
        <ErrorWordsProvider
          words={{
            skipLabel: t("pages.skip"),
            headings: problemHeadings(words),
            title: t("pages.error.title"),
            meaning: t("pages.error.meaning"),
            todo: t("pages.error.todo"),
            again: t("pages.error.again"),
          }}
        >
          {children}
        </ErrorWordsProvider>
        <LinkFollower />
      </body>
    </html>
  );
}
