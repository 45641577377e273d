import Script from "next/script";

const FILE = new URL("./first-frame.js", import.meta.url);

/** Lets the browser draw the page before it loads React. */
export function FirstFrame() {
  return <Script src={FILE.pathname} strategy="beforeInteractive" />;
}
