-- CreateTable
CREATE TABLE "listed_change" (
    "written_by" BIGINT NOT NULL,
    "patient_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listed_change_pkey" PRIMARY KEY ("written_by","patient_id")
);

-- Everything above is what prisma/schema.prisma says; everything below it cannot know.

-- A clinic's list joined five tables for thousands of patients to find out that nothing of them had changed. Who shares, and
-- on which terms, is still asked for everybody and every time; of what hangs on them, whoever writes it leaves a note here,
-- and a reader who knows the rest asks for the notes of transactions that its own snapshot did not see. A note is only ever
-- inserted, so nobody who writes about a patient waits for somebody else who does.

-- ── Who reaches it ─────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "listed_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "listed_change" FORCE ROW LEVEL SECURITY;

-- For the two triggers below, whoever made them fire.
CREATE POLICY "is_noted" ON "listed_change" FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY "this_patient" ON "listed_change" TO CURRENT_USER USING ("patient_id" = (SELECT "current_patient"()));
CREATE POLICY "of_clinic" ON "listed_change" FOR SELECT TO "hindsight_app"
  USING ((SELECT true FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "listed_change"."patient_id"));
CREATE POLICY "sweeps" ON "listed_change" TO "hindsight_app" USING ((SELECT "current_actor"()) = 'system:clinics');
GRANT SELECT, DELETE ON "listed_change" TO "hindsight_app";

-- ── What leaves a note ─────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION "note_listed_change"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public."listed_change" ("written_by", "patient_id", "at")
  VALUES (pg_current_xact_id()::text::bigint, COALESCE(NEW."patient_id", OLD."patient_id"), clock_timestamp())
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE FUNCTION "forget_listed_changes"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM public."listed_change" AS c WHERE c."patient_id" = OLD."id";
  RETURN NULL;
END $$;

-- At the end of the transaction, when the rows that go with the patient have left theirs.
CREATE CONSTRAINT TRIGGER "forget_listed_changes" AFTER DELETE ON "patient" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "forget_listed_changes"();

CREATE TRIGGER "listed_coming_or_going" AFTER INSERT OR DELETE ON "keys"."patient_key"
  FOR EACH ROW EXECUTE FUNCTION "note_listed_change"();
CREATE TRIGGER "listed_change" AFTER UPDATE ON "keys"."patient_key"
  FOR EACH ROW WHEN (OLD."wrapped" IS DISTINCT FROM NEW."wrapped") EXECUTE FUNCTION "note_listed_change"();

CREATE TRIGGER "listed_coming_or_going" AFTER INSERT OR DELETE ON "glucose_summary"
  FOR EACH ROW EXECUTE FUNCTION "note_listed_change"();
CREATE TRIGGER "listed_change" AFTER UPDATE ON "glucose_summary"
  FOR EACH ROW WHEN (
    (OLD."revision", OLD."format", OLD."sealed" IS NULL) IS DISTINCT FROM (NEW."revision", NEW."format", NEW."sealed" IS NULL))
  EXECUTE FUNCTION "note_listed_change"();

CREATE TRIGGER "listed_coming_or_going" AFTER INSERT OR DELETE ON "clinic_patient"
  FOR EACH ROW EXECUTE FUNCTION "note_listed_change"();
CREATE TRIGGER "listed_change" AFTER UPDATE ON "clinic_patient"
  FOR EACH ROW WHEN ((OLD."targets", OLD."site_id", OLD."tag_ids") IS DISTINCT FROM (NEW."targets", NEW."site_id", NEW."tag_ids"))
  EXECUTE FUNCTION "note_listed_change"();

CREATE TRIGGER "listed_coming_or_going" AFTER INSERT OR DELETE ON "connection"
  FOR EACH ROW EXECUTE FUNCTION "note_listed_change"();
CREATE TRIGGER "listed_change" AFTER UPDATE ON "connection"
  FOR EACH ROW WHEN (
    (OLD."status", OLD."connected_at", OLD."newest_offset_minutes")
    IS DISTINCT FROM (NEW."status", NEW."connected_at", NEW."newest_offset_minutes"))
  EXECUTE FUNCTION "note_listed_change"();

-- Of a share, its terms and its end are asked for each time (share_version); not the name that came with it.
CREATE TRIGGER "listed_change" AFTER UPDATE ON "share"
  FOR EACH ROW WHEN (OLD."owner_sealed" IS DISTINCT FROM NEW."owner_sealed") EXECUTE FUNCTION "note_listed_change"();

CREATE TRIGGER "listed_change" AFTER INSERT OR UPDATE OR DELETE ON "clinic_review"
  FOR EACH ROW EXECUTE FUNCTION "note_listed_change"();

-- ── The list ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Another number as soon as a share, or anything of it that a list depends on, is another.
CREATE FUNCTION "share_version"(
  "share_id" uuid, "scope" text, "window_from" date, "window_days" integer, "expires_at" timestamptz
) RETURNS bigint LANGUAGE sql STABLE
  RETURN uuid_hash_extended("share_id", hashtextextended("scope", hashint4extended(COALESCE("window_from" - '2000-01-01'::date, -1),
    hashint4extended(COALESCE("window_days", -1), hashfloat8extended(COALESCE(date_part('epoch', "expires_at"), -1), 0)))));

-- As before, but "version" is the share's alone, and with it comes who looked the patient through last.
CREATE POLICY "listed" ON "clinic_review" FOR SELECT TO CURRENT_USER USING ((SELECT "acts_in_clinic"()));
CREATE OR REPLACE VIEW "clinic_listed" AS
  SELECT DISTINCT ON (s."patient_id") s."patient_id", s."id" AS "share_id", s."scope", s."window_from", s."window_days",
    s."expires_at", p."targets", p."site_id", p."tag_ids", c."status", c."newest_offset_minutes", k."wrapped",
    g."revision", g."format", g."sealed" IS NOT NULL AS "is_counted",
    "share_version"(s."id", s."scope", s."window_from", s."window_days", s."expires_at") AS "version",
    r."user_id" AS "reviewed_by", r."reviewed_at"
  FROM "current_clinic_shares"() AS s
  JOIN "keys"."patient_key" AS k ON k."patient_id" = s."patient_id"
  LEFT JOIN "glucose_summary" AS g ON g."patient_id" = s."patient_id"
  LEFT JOIN "clinic_patient" AS p ON p."clinic_id" = s."clinic_id" AND p."patient_id" = s."patient_id"
  LEFT JOIN "connection" AS c ON c."patient_id" = s."patient_id"
  LEFT JOIN LATERAL (
    SELECT one."user_id", one."reviewed_at" FROM "clinic_review" AS one
    WHERE one."clinic_id" = s."clinic_id" AND one."patient_id" = s."patient_id"
    ORDER BY one."reviewed_at" DESC LIMIT 1) AS r ON true
  ORDER BY s."patient_id", c."connected_at" DESC NULLS LAST;
