"use client";

/** The last resort, when even the layout failed: plain text that needs nothing else. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>This page could not be made right now</h1>
          <p>
            The fault is on our side. Your data is unchanged and nothing is lost. Please try again in a
            moment.
          </p>
        </main>
      </body>
    </html>
  );
}
