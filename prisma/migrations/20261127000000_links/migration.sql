-- AlterTable
ALTER TABLE "share" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'person';

-- CreateTable
CREATE TABLE "share_link" (
    "share_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "passcode_hmac" TEXT NOT NULL,
    "opens_max" INTEGER NOT NULL,
    "opens_used" INTEGER NOT NULL DEFAULT 0,
    "glucose_unit" TEXT NOT NULL,

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("share_id")
);

-- CreateTable
CREATE TABLE "link_visit" (
    "id" UUID NOT NULL,
    "share_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "glucose_unit" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "link_visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_patient_id_idx" ON "share_link"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_visit_token_hash_key" ON "link_visit"("token_hash");

-- CreateIndex
CREATE INDEX "link_visit_share_id_idx" ON "link_visit"("share_id");

-- CreateIndex
CREATE INDEX "link_visit_patient_id_idx" ON "link_visit"("patient_id");

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_visit" ADD CONSTRAINT "link_visit_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above is what prisma/schema.prisma says; everything below it cannot know.

ALTER TABLE "share" ADD CONSTRAINT "share_kind_known" CHECK ("kind" IN ('person', 'link'));
-- A link lets in nobody by name and never lasts until it is stopped: who forgets it has not left a door open.
ALTER TABLE "share" ADD CONSTRAINT "share_link_ends"
  CHECK ("kind" <> 'link' OR ("viewer_user_id" IS NULL AND "expires_at" IS NOT NULL AND "state" IN ('active', 'ended')));
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_opens_count"
  CHECK ("opens_max" BETWEEN 1 AND 50 AND "opens_used" BETWEEN 0 AND "opens_max");
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_unit_known" CHECK ("glucose_unit" IN ('mg/dL', 'mmol/L'));
ALTER TABLE "link_visit" ADD CONSTRAINT "link_visit_unit_known" CHECK ("glucose_unit" IN ('mg/dL', 'mmol/L'));
ALTER TABLE "disclosure" DROP CONSTRAINT "disclosure_channel_known";
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_channel_known" CHECK ("channel" IN ('page', 'api', 'link'));

-- Whom a share lets in is decided when it is made: one person never becomes whoever has a link, nor the other way round.
CREATE FUNCTION "share_kind_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'a share stays with one person, or with whoever has its link';
END $$;
CREATE TRIGGER "share_kind_stays" BEFORE UPDATE ON "share"
  FOR EACH ROW WHEN (NEW."kind" <> OLD."kind") EXECUTE FUNCTION "share_kind_stays"();

-- Whoever opened a link acts as that visit, `link:<id>`, and as nobody else.
CREATE FUNCTION "current_actor_visit"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN substring(current_setting('hindsight.actor', true) FROM '^link:([0-9a-f-]{36})$')::uuid;

DO $$
DECLARE
  patient_table regclass;
BEGIN
  FOREACH patient_table IN ARRAY ARRAY['share_link', 'link_visit']::regclass[]
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', patient_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', patient_table);
    -- Opening a link begins before it is known whose it is.
    EXECUTE format(
      'CREATE POLICY "sharing_opens" ON %s USING ((SELECT public.current_actor()) = ''system:sharing'') '
      'WITH CHECK ((SELECT public.current_actor()) = ''system:sharing'')', patient_table);
  END LOOP;
END $$;

CREATE POLICY "of_patient" ON "share_link"
  USING ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())))
  WITH CHECK ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())));
CREATE POLICY "owner_sees" ON "link_visit" FOR SELECT
  USING ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())));
CREATE POLICY "of_visit" ON "link_visit" FOR SELECT
  USING ("id" = (SELECT "current_actor_visit"()) AND "expires_at" > statement_timestamp());
CREATE POLICY "visit_sees" ON "share" FOR SELECT
  USING ("kind" = 'link' AND "id" IN (SELECT v."share_id" FROM "link_visit" AS v WHERE v."id" = "current_actor_visit"()));

CREATE OR REPLACE FUNCTION "actor_share"("patient" uuid) RETURNS SETOF "share" LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT s.* FROM "share" AS s
    WHERE s."id" = "current_share"() AND s."patient_id" = "patient"
      AND s."state" = 'active' AND (s."expires_at" IS NULL OR s."expires_at" > statement_timestamp())
      AND (s."viewer_user_id" = "current_actor_user"() OR (s."kind" = 'link' AND EXISTS (
        SELECT FROM "link_visit" AS v
        WHERE v."id" = "current_actor_visit"() AND v."share_id" = s."id" AND v."expires_at" > statement_timestamp())));
  END;

-- ── Whose a patient is ─────────────────────────────────────────────────────────────────────────────────────────────
-- Now that people without an account come as far as a patient: nobody who is let in takes them over or removes them, or
-- sees who signs in as whom.

CREATE FUNCTION "patient_has_owner"("patient" uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM "patient_owner" AS o WHERE o."patient_id" = "patient");

-- Said once, when the patient is made.
CREATE POLICY "first_owner_only" ON "patient_owner" AS RESTRICTIVE FOR INSERT
  WITH CHECK (NOT (SELECT "patient_has_owner"("current_patient"())));
CREATE POLICY "nobody_changes" ON "patient_owner" AS RESTRICTIVE FOR UPDATE
  USING ((SELECT "current_actor"()) LIKE 'system:%');
CREATE POLICY "nobody_removes" ON "patient_owner" AS RESTRICTIVE FOR DELETE
  USING ((SELECT "current_actor"()) LIKE 'system:%');
CREATE POLICY "owner_changes" ON "patient" AS RESTRICTIVE FOR UPDATE
  USING ((SELECT "actor_owns"("current_patient"())));
CREATE POLICY "owner_removes" ON "patient" AS RESTRICTIVE FOR DELETE
  USING ((SELECT "actor_owns"("current_patient"())));
CREATE POLICY "owner_only" ON "dexcom_identity" AS RESTRICTIVE
  USING ((SELECT "actor_owns"("current_patient"())));

GRANT SELECT, INSERT, UPDATE ON "share_link", "link_visit" TO "hindsight_app";
