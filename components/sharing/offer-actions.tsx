"use client";

import { useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import { ShareAction } from "./share-action";
import { ShownCode, type ShownCodeWords } from "./shown-code";

export interface OfferWords {
  readonly renew: string;
  readonly renewing: string;
  /** Null where what was made is shown instead. */
  readonly renewed: string | null;
  readonly withdraw: string;
  readonly withdrawing: string;
  readonly withdrawn: string;
  readonly code: ShownCodeWords;
}

/** Makes an offer good for another week, with a new code or with the message once more; or takes it back. */
export function OfferActions({
  url,
  about,
  words,
}: {
  readonly url: string;
  readonly about: string;
  readonly words: OfferWords;
}) {
  const [code, setCode] = useState<string | null>(null);
  const refresh = useRefresh();
  const { state, run } = useMutation({
    url,
    onDone: (answer) => {
      setCode(textField(answer, "code"));
      refresh();
    },
  });
  return (
    <>
      {code === null ? null : <ShownCode key={code} code={code} words={words.code} />}
      <div>
        <Button
          pending={state.status === "pending"}
          onClick={() => run({ action: "renew" })}
          aria-label={`${words.renew}: ${about}`}
        >
          {words.renew}
        </Button>
        <MutationMessage
          state={state}
          pending={words.renewing}
          {...(words.renewed === null ? {} : { done: words.renewed })}
        />
      </div>
      <ShareAction
        url={url}
        body={{ action: "stop" }}
        label={words.withdraw}
        about={about}
        pending={words.withdrawing}
        said={words.withdrawn}
      />
    </>
  );
}
