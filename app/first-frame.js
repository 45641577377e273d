// Runs before React is loaded, and lets the page that the server has written be drawn first: the scripts take longer than
// all the rest, and while they run nothing is drawn. Next goes on when this file has been loaded (`onload`).
"use strict";

{
  const { currentScript } = document;
  const goOn = currentScript?.onload;
  if (goOn && document.visibilityState === "visible") {
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it is Next's own handler that has to wait
    currentScript.onload = null;
    // The frame is drawn after its callback; a timer set in it runs after that.
    requestAnimationFrame(() => setTimeout(goOn));
    // A page that is hidden meanwhile draws none.
    setTimeout(goOn, 1_000);
  }
}
