"use client";

/** The last resort, when even the layout failed: plain text that needs nothing else, in every language at once. */
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
          <div lang="es">
            <h2>Esta página no se pudo preparar en este momento</h2>
            <p>
              El fallo es nuestro. Tus datos no cambiaron y no se perdió nada. Inténtalo otra vez en un
              momento.
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
