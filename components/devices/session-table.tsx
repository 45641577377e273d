import { MINUTE_MS } from "@/lib/clock";
import { formatDateTime } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { Words } from "@/lib/i18n/translate";
import table from "./stacked-table.module.css";
import type { NumberedSession } from "./wear-view";

/** Every sensor, or transmitter where sensors cannot be told apart, newest first: durations only, no verdict. */
export function SessionTable({
  sessions,
  words,
}: {
  readonly sessions: readonly NumberedSession[];
  readonly words: Words;
}) {
  const { t, locale } = words;
  const isTold = sessions.every(({ kind }) => kind === "sensor");
  const column = (name: "started" | "first" | "warmUp" | "last" | "span" | "readings" | "active") =>
    t(`devices.sessions.columns.${name}`);
  const clock = (instant: number, offset: number) => formatDateTime(instant, offset, { locale });
  return (
    <section aria-labelledby="sensors">
      <h2 id="sensors">{t(isTold ? "devices.sessions.title" : "devices.sessions.titleTransmitters")}</h2>
      {sessions.length === 0 ? (
        <p className="muted">{t("devices.sessions.none")}</p>
      ) : (
        <>
          <p className={table.note}>{t(isTold ? "devices.sessions.note" : noteOfUntold(sessions))}</p>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">
                  {t(isTold ? "devices.sessions.columns.sensor" : "devices.sessions.columns.transmitter")}
                </th>
                {isTold ? <th scope="col">{column("started")}</th> : null}
                <th scope="col">{column("first")}</th>
                {isTold ? <th scope="col">{column("warmUp")}</th> : null}
                <th scope="col">{column("last")}</th>
                <th scope="col">{column("span")}</th>
                <th scope="col" className={table.number}>
                  {column("readings")}
                </th>
                <th scope="col" className={table.number}>
                  {column("active")}
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.toReversed().map((session) => (
                <tr key={`${session.transmitterId} ${session.firstReadingAt}`}>
                  <th scope="row">{sessionName(session, words)}</th>
                  {isTold ? (
                    <td data-label={column("started")} className={table.when}>
                      {session.startedAt === null
                        ? t("devices.sessions.notKnown")
                        : clock(session.startedAt, session.firstOffsetMinutes)}
                    </td>
                  ) : null}
                  <td data-label={column("first")} className={table.when}>
                    {clock(session.firstReadingAt, session.firstOffsetMinutes)}
                  </td>
                  {isTold ? (
                    <td data-label={column("warmUp")}>
                      {session.warmUpMinutes === null
                        ? t("devices.sessions.notKnown")
                        : formatDuration(session.warmUpMinutes)}
                    </td>
                  ) : null}
                  <td data-label={column("last")} className={table.when}>
                    {clock(session.lastReadingAt, session.lastOffsetMinutes)}
                    {session.isNewest ? (
                      <span className={table.remark}>{t("devices.sessions.newest")}</span>
                    ) : null}
                  </td>
                  <td data-label={column("span")} className={table.duration}>
                    {formatDuration((session.lastReadingAt - session.firstReadingAt) / MINUTE_MS)}
                  </td>
                  <td data-label={column("readings")} className={table.number}>
                    {formatNumber(session.observed, 0, locale)}
                  </td>
                  <td data-label={column("active")} className={table.number}>
                    {Math.floor(session.activePercent)} %
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function noteOfUntold(sessions: readonly NumberedSession[]) {
  return sessions.some(({ kind }) => kind === "transmitter")
    ? "devices.sessions.noteTransmitters"
    : "devices.sessions.noteUnknown";
}

function sessionName({ kind, number }: NumberedSession, { t }: Words): string {
  const name = { number: String(number) };
  switch (kind) {
    case "sensor":
      return t("devices.sessions.number", name);
    case "transmitter":
      return t("devices.sessions.transmitterNumber", name);
    case "unknown":
      return t("devices.sessions.unknownNumber", name);
  }
}
