"use client";

import { type Grounds, useGroundsWatch } from "./use-grounds-watch";

const loadAnew = () => location.reload();

/** Beside somebody else's data: loads the page anew as soon as what it rests on has changed or ended. */
export function OpenPageWatch(props: Grounds): null {
  useGroundsWatch(props, loadAnew);
  return null;
}
