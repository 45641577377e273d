-- DropForeignKey
ALTER TABLE "share" DROP CONSTRAINT "share_clinic_id_fkey";

-- AlterTable
ALTER TABLE "share" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "disclosure" ADD COLUMN     "clinic_id" UUID;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Everything above is what prisma/schema.prisma says; everything below it cannot know.

ALTER TABLE "share" DROP CONSTRAINT "share_kind_known";
ALTER TABLE "share" ADD CONSTRAINT "share_kind_known" CHECK ("kind" IN ('person', 'link', 'clinic'));
-- Nobody is let in by name, nothing is offered before: who shares with a clinic has seen which, and it is active at once.
ALTER TABLE "share" ADD CONSTRAINT "share_clinic_is_bound"
  CHECK (CASE WHEN "kind" = 'clinic'
    THEN "viewer_user_id" IS NULL AND "code_hmac" IS NULL AND "invited_hmac" IS NULL
      AND ("state" = 'ended' OR ("state" = 'active' AND "clinic_id" IS NOT NULL))
    ELSE "clinic_id" IS NULL END);
-- One at a time for each patient and clinic: what its members may see is never a guess between two.
CREATE UNIQUE INDEX "share_one_for_each_clinic" ON "share"("patient_id", "clinic_id") WHERE "state" = 'active';

-- Whom a share lets in is decided when it is made. A clinic that is no more leaves its shares without one (below).
CREATE OR REPLACE FUNCTION "share_kind_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'a share stays with one person, with one clinic, or with whoever has its link';
END $$;
CREATE TRIGGER "share_clinic_stays" BEFORE UPDATE ON "share"
  FOR EACH ROW WHEN (NEW."clinic_id" IS NOT NULL AND NEW."clinic_id" IS DISTINCT FROM OLD."clinic_id")
  EXECUTE FUNCTION "share_kind_stays"();

CREATE OR REPLACE FUNCTION "terms_are_the_owners"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."patient_id", NEW."scope", NEW."with_events", NEW."with_notes", NEW."window_from", NEW."window_days",
      NEW."lasts", NEW."expires_at", NEW."remind_at", NEW."owner_sealed")
    IS DISTINCT FROM (OLD."patient_id", OLD."scope", OLD."with_events", OLD."with_notes", OLD."window_from",
      OLD."window_days", OLD."lasts", OLD."expires_at", OLD."remind_at", OLD."owner_sealed")
    AND NOT EXISTS (SELECT FROM public."patient_owner" AS o
      WHERE o."patient_id" = OLD."patient_id" AND o."user_id" = public."current_actor_user"())
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the owner changes what a share lets somebody see';
  END IF;
  -- Whoever is let in does not keep its owner from being reminded.
  IF NEW."reminded_at" IS DISTINCT FROM OLD."reminded_at"
    AND public."current_actor"() IS DISTINCT FROM 'system:sharing'
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the job that reminds says that it did';
  END IF;
  -- Whoever deletes their account leaves what was shared with them, and so does a clinic that is deleted (the foreign key
  -- takes the id away).
  IF (OLD."viewer_user_id" IS NOT NULL AND NEW."viewer_user_id" IS NULL AND NEW."state" IN ('redeemed', 'active'))
    OR (OLD."clinic_id" IS NOT NULL AND NEW."clinic_id" IS NULL AND NEW."state" = 'active')
  THEN
    NEW."state" := 'ended';
    NEW."end_reason" := 'left';
    NEW."ended_at" := now();
    NEW."proposal" := NULL;
  END IF;
  -- What has ended stays ended: letting somebody in again is a new share.
  IF OLD."state" = 'ended' AND NEW."state" <> 'ended' THEN
    RAISE insufficient_privilege USING MESSAGE = 'a share that has ended does not come back';
  END IF;
  -- Nobody lets themselves in with a code: the owner confirms whom they see.
  IF NEW."state" = 'active' AND OLD."state" = 'redeemed' AND NOT EXISTS (SELECT FROM public."patient_owner" AS o
      WHERE o."patient_id" = OLD."patient_id" AND o."user_id" = public."current_actor_user"())
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the owner confirms whom a code lets in';
  END IF;
  RETURN NEW;
END $$;

-- ── Who works where ────────────────────────────────────────────────────────────────────────────────────────────────
-- A transaction of a member is about one patient and rests on their share (hindsight.share_id), or it is about a clinic
-- (hindsight.clinic_id) and about no patient in particular: never both.

-- The clinics in which the acting person has a role now; the member table shows nobody but their own row.
CREATE FUNCTION "actor_clinics"() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT m."clinic_id" FROM public."clinic_member" AS m
    WHERE m."user_id" = public."current_actor_user"() AND public."actor_role_in"(m."clinic_id") IS NOT NULL;
  END;

-- Whether this transaction is about a clinic in which the acting person has a role.
CREATE FUNCTION "acts_in_clinic"() RETURNS boolean LANGUAGE sql STABLE
  RETURN "current_patient"() IS NULL AND "current_clinic"() IS NOT NULL AND "actor_role_in"("current_clinic"()) IS NOT NULL;

-- What a transaction about a clinic rests on: its patients' shares that go on now. Policies ask it in a sub-select, which
-- is computed once for a query, not once for a row.
CREATE FUNCTION "current_clinic_shares"() RETURNS SETOF "share" LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT s.* FROM "share" AS s
    WHERE (SELECT "acts_in_clinic"()) AND s."clinic_id" = (SELECT "current_clinic"())
      AND s."state" = 'active' AND (s."expires_at" IS NULL OR s."expires_at" > statement_timestamp());
  END;

CREATE POLICY "clinic_sees" ON "share" FOR SELECT
  USING ((SELECT "acts_in_clinic"()) AND "clinic_id" = (SELECT "current_clinic"())
    AND "state" = 'active' AND ("expires_at" IS NULL OR "expires_at" > statement_timestamp()));
-- Whoever works there finds out how they reach a patient, and of a share that has ended, that it has; then they see the one
-- that they rest on.
CREATE POLICY "member_sees" ON "share" FOR SELECT
  USING ("kind" = 'clinic' AND ((SELECT "current_patient"()) IS NULL OR "id" = (SELECT "current_share"()))
    AND "clinic_id" IN (SELECT "actor_clinics"()));
-- About a clinic nothing else is seen: neither what a member has of their own nor another clinic's.
CREATE POLICY "one_clinic" ON "share" AS RESTRICTIVE FOR SELECT
  USING ((SELECT "current_clinic"()) IS NULL OR ("clinic_id" = (SELECT "current_clinic"())
    AND "state" = 'active' AND ("expires_at" IS NULL OR "expires_at" > statement_timestamp())));

CREATE OR REPLACE FUNCTION "actor_share"("patient" uuid) RETURNS SETOF "share" LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT s.* FROM "share" AS s
    WHERE s."id" = "current_share"() AND s."patient_id" = "patient"
      AND s."state" = 'active' AND (s."expires_at" IS NULL OR s."expires_at" > statement_timestamp())
      AND (s."viewer_user_id" = "current_actor_user"()
        OR (s."kind" = 'clinic' AND "actor_role_in"(s."clinic_id") IS NOT NULL)
        OR (s."kind" = 'link' AND EXISTS (
          SELECT FROM "link_visit" AS v
          WHERE v."id" = "current_actor_visit"() AND v."share_id" = s."id" AND v."expires_at" > statement_timestamp())));
  END;

-- ── What a clinic's list is made of ────────────────────────────────────────────────────────────────────────────────
-- Of exactly those who share with it: their summary, the key to it, and how fresh their data is. Nothing to write.

DO $$
DECLARE
  listed_table regclass;
BEGIN
  FOREACH listed_table IN ARRAY ARRAY['connection', 'glucose_summary', 'keys.patient_key']::regclass[]
  LOOP
    EXECUTE format(
      'CREATE POLICY "of_clinic" ON %s FOR SELECT '
      'USING ("patient_id" IN (SELECT s."patient_id" FROM public.current_clinic_shares() AS s))', listed_table);
    EXECUTE format('DROP POLICY IF EXISTS "only_in_reach" ON %s', listed_table);
    EXECUTE format(
      'CREATE POLICY "only_in_reach" ON %s AS RESTRICTIVE FOR SELECT '
      'USING ((SELECT public.actor_reaches(public.current_patient())) OR (SELECT public.acts_in_clinic()))',
      listed_table);
  END LOOP;
END $$;

-- ── The record of who looked ───────────────────────────────────────────────────────────────────────────────────────

DROP POLICY "write_as_oneself" ON "disclosure";
-- On whose behalf is what the share says, never what the one who looks says.
CREATE POLICY "write_as_oneself" ON "disclosure" FOR INSERT
  WITH CHECK ("viewer" = (SELECT "current_actor"()) AND "patient_id" = (SELECT "current_patient"())
    AND "share_id" = (SELECT "current_share"()) AND (SELECT "actor_reaches"("current_patient"()))
    AND "clinic_id" IS NOT DISTINCT FROM (SELECT s."clinic_id" FROM "actor_share"("current_patient"()) AS s));
-- A page of a list writes about fifty of thousands: EXISTS lets the planner look each of them up.
CREATE POLICY "write_in_clinic" ON "disclosure" FOR INSERT
  WITH CHECK ("viewer" = (SELECT "current_actor"()) AND "clinic_id" = (SELECT "current_clinic"())
    AND EXISTS (SELECT FROM "current_clinic_shares"() AS s
      WHERE s."patient_id" = "disclosure"."patient_id" AND s."id" = "disclosure"."share_id"));
CREATE POLICY "viewer_reads_own_in_clinic" ON "disclosure" FOR SELECT
  USING ("viewer" = (SELECT "current_actor"()) AND "clinic_id" = (SELECT "current_clinic"())
    AND EXISTS (SELECT FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure"."patient_id"));
CREATE POLICY "in_clinic" ON "disclosure_head"
  USING (EXISTS (SELECT FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure_head"."patient_id"))
  WITH CHECK (EXISTS (SELECT FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure_head"."patient_id"));
