import { BandSwatch } from "@/components/charts/band-swatch";
import { CellRows } from "@/components/charts/chart-table";
import styles from "./kept-overview-report.module.css";
import type { OfflineOverview, OfflineTable } from "./offline-overview";

/** The copy as a page of text: what Overview says, without its drawings. */
export function KeptOverviewReport({
  overview: { title, facts, sentences, range, figures, profile },
}: {
  readonly overview: OfflineOverview;
}) {
  return (
    <>
      <section aria-labelledby="kept-overview">
        <h2 id="kept-overview">{title}</h2>
        <p className={styles.facts}>{facts}</p>
        {sentences.map((sentence, index) => (
          <p key={sentence} className={index === 0 ? styles.first : styles.sentence}>
            {sentence}
          </p>
        ))}
      </section>
      <section aria-labelledby="kept-range">
        <h2 id="kept-range">{range.title}</h2>
        {range.rows.length === 0 ? null : <RangeTable range={range} />}
        <Notes notes={range.notes} />
      </section>
      <section aria-labelledby="kept-figures">
        <h2 id="kept-figures">{figures.title}</h2>
        <dl className={styles.figures}>
          {figures.rows.map(({ term, value, note }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className={styles.value}>{value}</dd>
              <dd className={styles.note}>{note}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="kept-profile">
        <h2 id="kept-profile">{profile.title}</h2>
        {profile.rows.length === 0 ? null : <ProfileTable profile={profile} />}
        <Notes notes={profile.notes} />
      </section>
    </>
  );
}

function RangeTable({ range }: { readonly range: OfflineOverview["range"] }) {
  return (
    <table className={styles.bands} aria-labelledby="kept-range">
      <Columns columns={range.columns} className="visually-hidden" />
      <tbody>
        {range.rows.map(({ band, name, range: bounds, percent, time, goal }) => (
          <tr key={band}>
            <th scope="row">
              <span className={styles.name}>
                <BandSwatch band={band} className={styles.swatch} />
                <span>
                  {name} <small>{bounds}</small>
                </span>
              </span>
            </th>
            <td className={styles.percent}>{percent}</td>
            <td className={styles.time}>{time}</td>
            <td className={styles.goal}>{goal}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ProfileTable({ profile }: { readonly profile: OfflineOverview["profile"] }) {
  return (
    <table className={styles.profile} aria-labelledby="kept-profile">
      <Columns columns={profile.columns} />
      <CellRows {...profile} />
    </table>
  );
}

function Columns({
  columns,
  className,
}: {
  readonly columns: OfflineTable<unknown>["columns"];
  readonly className?: string;
}) {
  return (
    <thead className={className}>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className={styles.facts}>
      {note}
    </p>
  ));
}
