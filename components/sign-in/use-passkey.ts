"use client";

import { useRef, useState } from "react";
import { send } from "@/components/forms/send";
import type { MutationState, Stopped } from "@/components/forms/use-mutation";
import { deviceProblem, type OnDevice } from "./device-passkey";
import type { PasskeyWords } from "./passkey-words";

export interface PasskeyTrip {
  /** POST `ask`; answers with what the device is to do. */
  readonly askAction: string;
  readonly ask: object;
  /** POST what the device made of it. */
  readonly answerAction: string;
}

/** Asks our server, then the person's device, then our server: a second press meanwhile does nothing. */
export function usePasskey({
  trip: { askAction, ask, answerAction },
  onDevice,
  onDone,
  problems,
}: {
  readonly trip: PasskeyTrip;
  readonly onDevice: OnDevice;
  readonly onDone: (answer: unknown) => void;
  readonly problems: PasskeyWords["problems"];
}): { readonly state: MutationState | Stopped; readonly run: () => void } {
  const [state, setState] = useState<MutationState | Stopped>({ status: "idle" });
  const underWay = useRef(false);

  const go = async (): Promise<void> => {
    const asked = await send(askAction, "POST", ask);
    if (!asked.ok) return setState({ status: "failed", refusal: asked.refusal });
    const made = await onDevice(asked.answer).then(
      (body) => ({ ok: true, body }) as const,
      (error: unknown) => ({ ok: false, said: problems[deviceProblem(error)] }) as const,
    );
    if (!made.ok) return setState({ status: "stopped", said: made.said });
    const answered = await send(answerAction, "POST", made.body);
    if (!answered.ok) return setState({ status: "failed", refusal: answered.refusal });
    setState({ status: "done" });
    onDone(answered.answer);
  };
  const run = () => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ status: "pending" });
    void go().finally(() => {
      underWay.current = false;
    });
  };
  return { state, run };
}
