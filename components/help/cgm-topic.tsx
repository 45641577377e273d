import type { Words } from "@/lib/i18n/translate";
import { glucoseInBothUnits } from "./glucose-in-both-units";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

const PARTS = ["tissue", "calibration", "firstDay", "compression", "edges", "gaps"] as const;

// Where Dexcom's sensors stop measuring (dexcom-api.md, 5.3).
const SENSOR_MIN_MG_DL = 40;
const SENSOR_MAX_MG_DL = 400;

/** What a sensor measures, and where its readings need care. */
export function CgmTopic({ words }: { readonly words: Words }) {
  const { t, locale } = words;
  const values = {
    ...HELP_LINKS,
    low: glucoseInBothUnits(SENSOR_MIN_MG_DL, locale),
    high: glucoseInBothUnits(SENSOR_MAX_MG_DL, locale),
  };
  return (
    <Topic topic="cgm" words={words}>
      <p>{t("help.cgm.intro")}</p>
      {PARTS.map((part) => (
        <div key={part}>
          <h3>{t(`help.cgm.${part}.title`)}</h3>
          <p>{t.rich(`help.cgm.${part}.text`, values)}</p>
        </div>
      ))}
    </Topic>
  );
}
