import { languageOf } from "./i18n/languages";
import type { Words } from "./i18n/translate";

/** What browsers ask for before they offer to install the app, in the reader's language. Icons stand in `public`. */
export function webManifest({ t, locale }: Words) {
  return {
    id: "/",
    name: "Hindsight",
    short_name: "Hindsight",
    description: t("pages.description"),
    lang: languageOf(locale),
    dir: "ltr" as const,
    start_url: "/",
    scope: "/",
    display: "standalone" as const,
    background_color: "#ffffff",
    theme_color: "#ffffff",
    categories: ["health", "medical"],
    icons: (["any", "maskable"] as const).flatMap((purpose) => {
      const name = purpose === "any" ? "icon" : "maskable";
      const drawing = purpose === "any" ? "/icon.svg" : "/icon-maskable.svg";
      return [
        { src: drawing, sizes: "any", type: "image/svg+xml", purpose },
        ...[192, 512].map((size) => ({
          src: `/icons/${name}-${size}.png`,
          sizes: `${size}x${size}`,
          type: "image/png",
          purpose,
        })),
      ];
    }),
  };
}
