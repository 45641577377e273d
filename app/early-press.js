// Keeps what somebody does with a page that is drawn but not yet alive, and does it again once it is: React drops a press of
// a button, lets the browser send a form that is its own, and forgets what was typed. Loaded by itself, beside React.
"use strict";

{
  const LOOK_AGAIN_MS = 50;
  const KEPT_FOR_MS = 10_000;
  /** React's flags of what it has made but not yet put in place, and of what it has not yet taken over. */
  const NOT_YET_MOUNTED = 0b1_0000_0000_0010;

  /**
   * Whether React has put in place a fiber and all above it.
   * @param {unknown} fiber
   * @returns {boolean}
   */
  const isMounted = (fiber) => {
    if (typeof fiber !== "object" || fiber === null || !("flags" in fiber && "return" in fiber)) return true;
    return (Number(fiber.flags) & NOT_YET_MOUNTED) === 0 && isMounted(fiber.return);
  };

  /**
   * Whether React listens on an element: it hangs a fiber on it while it renders, and hears it once all above it is mounted.
   * One that was rendered before is mounted.
   * @param {Element} element
   */
  const isAlive = (element) => {
    const name = Object.keys(element).find((key) => key.startsWith("__reactFiber$"));
    if (name === undefined) return false;
    /** @type {unknown} */
    const fiber = Reflect.get(element, name);
    const wasRenderedBefore =
      typeof fiber === "object" && fiber !== null && Reflect.get(fiber, "alternate") !== null;
    return wasRenderedBefore || isMounted(fiber);
  };

  /** What waits to be done, in the order in which it was done first. @type {{ element: Element, act: () => void, until: number }[]} */
  let kept = [];

  const lookAgain = () => {
    const now = Date.now();
    kept = kept.filter(({ element, act, until }) => {
      if (!element.isConnected || now > until) return false;
      const isDue = isAlive(element);
      if (isDue) act();
      return !isDue;
    });
    if (kept.length > 0) setTimeout(lookAgain, LOOK_AGAIN_MS);
  };

  /**
   * @param {Element} element
   * @param {() => void} act
   */
  const whenAlive = (element, act) => {
    if (kept.length === 0) setTimeout(lookAgain, LOOK_AGAIN_MS);
    kept.push({ element, act, until: Date.now() + KEPT_FOR_MS });
  };

  /** What was pressed last: a later press counts instead. @type {Element | null} */
  let pressed = null;

  /**
   * @param {Element} element
   * @param {() => void} press
   */
  const keepPress = (element, press) => {
    if (pressed === element) return;
    pressed = element;
    whenAlive(element, () => {
      if (pressed !== element) return;
      pressed = null;
      press();
    });
  };

  document.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button[type="button"]') : null;
      // The browser itself opens what a popover's button names.
      if (!(button instanceof HTMLElement) || button.hasAttribute("popovertarget") || isAlive(button)) return;
      keepPress(button, () => button.click());
    },
    { capture: true },
  );

  // A form that says where it leads needs no script.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.hasAttribute("action") || isAlive(form)) return;
      event.preventDefault();
      keepPress(form, () => form.requestSubmit());
    },
    { capture: true },
  );

  /** Fields that wait to say again what was typed. @type {WeakSet<Element>} */
  const waiting = new WeakSet();

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  const keepTyped = (field) => {
    if (waiting.has(field)) return;
    waiting.add(field);
    whenAlive(field, () => {
      waiting.delete(field);
      const typed = field.value;
      // React compares with the last value that was set on the element itself: one that it does not know is news to it.
      field.value = "";
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, typed);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  document.addEventListener(
    "input",
    ({ target }) => {
      const isText =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(target.type));
      if (isText && !isAlive(target)) keepTyped(target);
    },
    { capture: true },
  );
}
