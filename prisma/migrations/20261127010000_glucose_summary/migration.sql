-- CreateTable
CREATE TABLE "glucose_summary" (
    "patient_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "format" SMALLINT NOT NULL,
    "sealed" BYTEA,
    "computed_at" TIMESTAMPTZ(3),
    "stale_since" TIMESTAMPTZ(3),

    CONSTRAINT "glucose_summary_pkey" PRIMARY KEY ("patient_id")
);

-- CreateIndex
CREATE INDEX "glucose_summary_stale_since_idx" ON "glucose_summary"("stale_since");

-- AddForeignKey
ALTER TABLE "glucose_summary" ADD CONSTRAINT "glucose_summary_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above is what prisma/schema.prisma says; everything below it cannot know.

ALTER TABLE "glucose_summary" ADD CONSTRAINT "glucose_summary_revision_counts" CHECK ("revision" >= 0);
-- Four rows on a page, none of them anywhere else: a clinic reads thousands at once. Sealed bytes do not compress.
ALTER TABLE "glucose_summary" ADD CONSTRAINT "glucose_summary_stays_inline" CHECK (octet_length("sealed") < 1950);
ALTER TABLE "glucose_summary" ALTER COLUMN "sealed" SET STORAGE PLAIN;

-- ── Who reaches it ─────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "glucose_summary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "glucose_summary" FORCE ROW LEVEL SECURITY;

-- Whoever may change what a summary rests on: the owner and the system's own jobs. Nobody who is let in.
CREATE POLICY "this_patient" ON "glucose_summary"
  USING ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())))
  WITH CHECK ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())));

-- For stale_summaries() below.
CREATE POLICY "scheduler_looks" ON "glucose_summary" FOR SELECT TO CURRENT_USER
  USING ((SELECT "current_actor"()) = 'system:scheduler');

-- Whose summary is due, and since when, is all that a job sees before it is about one patient.
CREATE FUNCTION "stale_summaries"("set_aside" uuid[], "at_most" integer)
  RETURNS TABLE ("patient_id" uuid, "stale_since" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT s."patient_id", s."stale_since" FROM public."glucose_summary" AS s
  WHERE s."stale_since" IS NOT NULL AND s."patient_id" <> ALL ("set_aside")
  ORDER BY s."stale_since" LIMIT "at_most";
END;
REVOKE ALL ON FUNCTION "stale_summaries"(uuid[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "stale_summaries"(uuid[], integer) TO "hindsight_app";

GRANT SELECT, INSERT, UPDATE ON "glucose_summary" TO "hindsight_app";

-- ── When it is due ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Everything that a report of the newest dates reads: readings, what is left out of them, how far Dexcom was read, on which
-- wall clock, and whether history is still being imported (lib/reports/freshness.ts).

-- Each mark is later than the one before, by the clock or by a millisecond: whoever counted meanwhile can tell that it is
-- not the one that they saw. Whoever is being erased gets none; the order of deletion is the foreign key's.
CREATE FUNCTION "summary_is_stale"("patient" uuid) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO "glucose_summary" AS s ("patient_id", "revision", "format", "stale_since")
  SELECT p."id", 0, 0, clock_timestamp() FROM "patient" AS p WHERE p."id" = "patient"
  ON CONFLICT ("patient_id") DO UPDATE
    SET "stale_since" = GREATEST(clock_timestamp(), s."stale_since" + interval '1 millisecond');
END;

-- One statement of the app is about one patient, and is one mark however many days it writes.
CREATE FUNCTION "records_make_summary_stale"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public."summary_is_stale"(c."patient_id")
    FROM (SELECT DISTINCT w."patient_id" FROM "written" AS w WHERE w."kind" IN ('egv', 'exclusion')) AS c;
  RETURN NULL;
END $$;

-- Readings that are deleted are counted nowhere from that moment, whenever the rest is counted again.
CREATE FUNCTION "deletion_takes_summary"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public."glucose_summary" AS s SET "sealed" = NULL, "computed_at" = NULL
    WHERE s."patient_id" IN (SELECT w."patient_id" FROM "written" AS w WHERE w."kind" = 'egv');
  RETURN NULL;
END $$;

CREATE FUNCTION "state_makes_summary_stale"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public."summary_is_stale"(NEW."patient_id");
  RETURN NULL;
END $$;

CREATE TRIGGER "summary_after_insert" AFTER INSERT ON "day_block"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "records_make_summary_stale"();
CREATE TRIGGER "summary_after_update" AFTER UPDATE ON "day_block"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "records_make_summary_stale"();
CREATE TRIGGER "summary_after_delete" AFTER DELETE ON "day_block"
  REFERENCING OLD TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "records_make_summary_stale"();
CREATE TRIGGER "summary_deleted" AFTER DELETE ON "day_block"
  REFERENCING OLD TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "deletion_takes_summary"();

CREATE TRIGGER "summary_after_insert" AFTER INSERT ON "journal_entry"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "records_make_summary_stale"();
CREATE TRIGGER "summary_after_update" AFTER UPDATE ON "journal_entry"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "records_make_summary_stale"();
CREATE TRIGGER "summary_after_delete" AFTER DELETE ON "journal_entry"
  REFERENCING OLD TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "records_make_summary_stale"();

-- A worker writes leases and timetables into these rows all the time; only what figures rest on counts.
CREATE TRIGGER "summary_after_insert" AFTER INSERT ON "connection"
  FOR EACH ROW EXECUTE FUNCTION "state_makes_summary_stale"();
CREATE TRIGGER "summary_after_update"
  AFTER UPDATE OF "status", "connected_at", "checked_through", "data_through", "newest_offset_minutes", "failures" ON "connection"
  FOR EACH ROW WHEN (
    (OLD."status", OLD."connected_at", OLD."checked_through", OLD."data_through", OLD."newest_offset_minutes", OLD."failures" > 0)
    IS DISTINCT FROM
    (NEW."status", NEW."connected_at", NEW."checked_through", NEW."data_through", NEW."newest_offset_minutes", NEW."failures" > 0))
  EXECUTE FUNCTION "state_makes_summary_stale"();

CREATE TRIGGER "summary_after_insert" AFTER INSERT ON "sync_cursor"
  FOR EACH ROW EXECUTE FUNCTION "state_makes_summary_stale"();
CREATE TRIGGER "summary_after_update" AFTER UPDATE OF "backfill_from", "backfilled_to" ON "sync_cursor"
  FOR EACH ROW WHEN (
    (OLD."backfill_from" < OLD."backfilled_to") IS DISTINCT FROM (NEW."backfill_from" < NEW."backfilled_to"))
  EXECUTE FUNCTION "state_makes_summary_stale"();

-- ── An installation from before ────────────────────────────────────────────────────────────────────────────────────
-- Everybody who has readings already is due. The tables' owner stands before the policies, too, except here.

ALTER TABLE "day_block" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "glucose_summary" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "glucose_summary" ("patient_id", "revision", "format", "stale_since")
SELECT DISTINCT "patient_id", 0, 0, now() FROM "day_block";
ALTER TABLE "day_block" FORCE ROW LEVEL SECURITY;
ALTER TABLE "glucose_summary" FORCE ROW LEVEL SECURITY;
