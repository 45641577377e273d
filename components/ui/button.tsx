import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names";

type Tone = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  readonly tone?: Tone;
  readonly size?: "medium" | "large";
}

/** Class names of a button, for links that look like one. */
export function buttonLook({ tone = "secondary", size = "medium" }: Look): string {
  return classNames(styles.button, styles[tone], size === "large" && styles.large);
}

/** `pending` keeps the button focusable and says that it is busy instead of going dead. */
export function Button({
  tone = "secondary",
  size = "medium",
  pending = false,
  className,
  type = "button",
  onClick,
  ...rest
}: Look & { readonly pending?: boolean } & ComponentProps<"button">) {
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- "button" unless a form asks for more
      type={type}
      className={classNames(buttonLook({ tone, size }), className)}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}
