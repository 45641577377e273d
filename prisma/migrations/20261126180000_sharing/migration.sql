-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "viewer_user_id" UUID,
    "scope" TEXT NOT NULL,
    "with_events" BOOLEAN NOT NULL,
    "with_notes" BOOLEAN NOT NULL,
    "window_from" DATE,
    "window_days" INTEGER,
    "lasts" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    "owner_sealed" BYTEA NOT NULL,
    "viewer_sealed" BYTEA,
    "viewer_copy" BYTEA,
    "offer" TEXT,
    "proposal" TEXT,
    "code_hmac" TEXT,
    "invited_hmac" TEXT,
    "offer_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "viewer" TEXT NOT NULL,
    "share_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "day_from" DATE,
    "day_to" DATE,
    "sealed" BYTEA NOT NULL,
    "mac" TEXT NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure_head" (
    "patient_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "mac" TEXT NOT NULL,

    CONSTRAINT "disclosure_head_pkey" PRIMARY KEY ("patient_id")
);

-- CreateTable
CREATE TABLE "keys"."record_seal" (
    "day" DATE NOT NULL,
    "patient_hash" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "mac" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_seal_pkey" PRIMARY KEY ("day","patient_hash")
);

-- CreateTable
CREATE TABLE "keys"."record_tombstone" (
    "patient_hash" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "mac" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_tombstone_pkey" PRIMARY KEY ("patient_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_code_hmac_key" ON "share"("code_hmac");

-- CreateIndex
CREATE INDEX "share_patient_id_idx" ON "share"("patient_id");

-- CreateIndex
CREATE INDEX "share_viewer_user_id_idx" ON "share"("viewer_user_id");

-- CreateIndex
CREATE INDEX "share_invited_hmac_idx" ON "share"("invited_hmac");

-- CreateIndex
CREATE INDEX "disclosure_patient_id_at_idx" ON "disclosure"("patient_id", "at");

-- CreateIndex
CREATE INDEX "disclosure_viewer_patient_id_at_idx" ON "disclosure"("viewer", "patient_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_patient_id_seq_key" ON "disclosure"("patient_id", "seq");

-- CreateIndex
CREATE INDEX "record_seal_patient_hash_idx" ON "keys"."record_seal"("patient_hash");

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_viewer_user_id_fkey" FOREIGN KEY ("viewer_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_head" ADD CONSTRAINT "disclosure_head_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above was written by Prisma's schema engine from prisma/schema.prisma; everything below it cannot know.

ALTER TABLE "share" ADD CONSTRAINT "share_state_known" CHECK ("state" IN ('offered', 'redeemed', 'active', 'ended'));
ALTER TABLE "share" ADD CONSTRAINT "share_scope_known" CHECK ("scope" IN ('reports', 'summary'));
ALTER TABLE "share" ADD CONSTRAINT "share_lasts_known" CHECK ("lasts" IN ('visit', '30-days', '90-days', 'open'));
ALTER TABLE "share" ADD CONSTRAINT "share_end_known"
  CHECK ("end_reason" IN ('withdrawn', 'declined', 'revoked', 'left', 'expired'));
ALTER TABLE "share" ADD CONSTRAINT "share_end_has_reason" CHECK (("state" = 'ended') = ("end_reason" IS NOT NULL));
ALTER TABLE "share" ADD CONSTRAINT "share_one_window" CHECK ("window_from" IS NULL OR "window_days" IS NULL);
ALTER TABLE "share" ADD CONSTRAINT "share_window_counts" CHECK ("window_days" BETWEEN 1 AND 1096);
-- A summary is figures only.
ALTER TABLE "share" ADD CONSTRAINT "share_summary_is_bare"
  CHECK ("scope" = 'reports' OR NOT ("with_events" OR "with_notes"));
-- Never silently for ever.
ALTER TABLE "share" ADD CONSTRAINT "share_ends_or_reminds"
  CHECK ("state" <> 'active' OR "expires_at" IS NOT NULL OR "remind_at" IS NOT NULL);
-- One at a time for each pair of people: what a viewer may see is never a guess between two.
CREATE UNIQUE INDEX "share_one_for_each_viewer" ON "share"("patient_id", "viewer_user_id")
  WHERE "state" IN ('redeemed', 'active');
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_channel_known" CHECK ("channel" IN ('page', 'api'));

-- ── Who reaches a patient ──────────────────────────────────────────────────────────────────────────────────────────
-- A transaction of somebody who is not the owner names the share that it rests on (lib/db/context.ts). These functions
-- see what the policies show the actor and nothing more.

CREATE FUNCTION "current_share"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('hindsight.share_id', true), '')::uuid;

CREATE FUNCTION "actor_owns"("patient" uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN "current_actor"() LIKE 'system:%'
    OR EXISTS (SELECT FROM "patient_owner" AS o WHERE o."patient_id" = "patient" AND o."user_id" = "current_actor_user"());

CREATE FUNCTION "actor_share"("patient" uuid) RETURNS SETOF "share" LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT s.* FROM "share" AS s
    WHERE s."id" = "current_share"() AND s."patient_id" = "patient" AND s."viewer_user_id" = "current_actor_user"()
      AND s."state" = 'active' AND (s."expires_at" IS NULL OR s."expires_at" > statement_timestamp());
  END;

CREATE FUNCTION "actor_reaches"("patient" uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN "actor_owns"("patient") OR EXISTS (SELECT FROM "actor_share"("patient"));

-- The oldest UTC day with anything in the window: two days more than the window, since days are local (lib/sharing/access.ts
-- cuts by the local date).
CREATE FUNCTION "actor_sees_from"("patient" uuid) RETURNS date LANGUAGE sql STABLE
  RETURN CASE WHEN "actor_owns"("patient") THEN '-infinity'::date
    ELSE (SELECT coalesce(s."window_from", statement_timestamp()::date - s."window_days", '-infinity'::date) - 2
          FROM "actor_share"("patient") AS s) END;

CREATE FUNCTION "actor_sees_events"("patient" uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN "actor_owns"("patient") OR EXISTS (SELECT FROM "actor_share"("patient") AS s WHERE s."with_events");

CREATE FUNCTION "actor_sees_notes"("patient" uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN "actor_owns"("patient") OR EXISTS (SELECT FROM "actor_share"("patient") AS s WHERE s."with_notes");

DO $$
DECLARE
  patient_table regclass;
BEGIN
  FOREACH patient_table IN ARRAY ARRAY['share', 'disclosure', 'disclosure_head']::regclass[]
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', patient_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', patient_table);
  END LOOP;

  -- Whatever else the policies of these tables allow: nobody who does not reach the patient reads a row, and only owners
  -- and the system's own jobs write one.
  FOREACH patient_table IN ARRAY ARRAY[
    'connection', 'sync_cursor', 'sync_run', 'quarantined_record', 'day_block', 'journal_entry', 'keys.patient_key'
  ]::regclass[]
  LOOP
    EXECUTE format(
      'CREATE POLICY "only_in_reach" ON %s AS RESTRICTIVE FOR SELECT '
      'USING ((SELECT public.actor_reaches(public.current_patient())))', patient_table);
    EXECUTE format(
      'CREATE POLICY "owner_adds" ON %s AS RESTRICTIVE FOR INSERT '
      'WITH CHECK ((SELECT public.actor_owns(public.current_patient())))', patient_table);
    EXECUTE format(
      'CREATE POLICY "owner_changes" ON %s AS RESTRICTIVE FOR UPDATE '
      'USING ((SELECT public.actor_owns(public.current_patient())))', patient_table);
    EXECUTE format(
      'CREATE POLICY "owner_removes" ON %s AS RESTRICTIVE FOR DELETE '
      'USING ((SELECT public.actor_owns(public.current_patient())))', patient_table);
  END LOOP;

  -- Tokens, consents, and who signs in as whom are nobody else's business.
  FOREACH patient_table IN ARRAY ARRAY['connection_token', 'consent', 'keys.connection_key']::regclass[]
  LOOP
    EXECUTE format(
      'CREATE POLICY "owner_only" ON %s AS RESTRICTIVE '
      'USING ((SELECT public.actor_owns(public.current_patient())))', patient_table);
  END LOOP;
END $$;

-- What happened to a patient's data is for the owner; a viewer sees of it what they did themselves.
CREATE POLICY "owner_or_oneself" ON "audit_event" AS RESTRICTIVE FOR SELECT TO "hindsight_app"
  USING ("patient_id" IS NULL OR "actor" = (SELECT "current_actor"())
    OR (SELECT "actor_owns"("current_patient"())));

CREATE POLICY "within_window" ON "day_block" AS RESTRICTIVE FOR SELECT
  USING ("day" >= (SELECT "actor_sees_from"("current_patient"())));
CREATE POLICY "events_if_shared" ON "day_block" AS RESTRICTIVE FOR SELECT
  USING ("kind" <> 'event' OR (SELECT "actor_sees_events"("current_patient"())));
-- Exclusions decide the figures, so they come with every share; what they say does not (lib/journal/data.ts).
CREATE POLICY "notes_if_shared" ON "journal_entry" AS RESTRICTIVE FOR SELECT
  USING ("kind" = 'exclusion' OR (SELECT "actor_sees_notes"("current_patient"())));

-- ── Shares ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE POLICY "of_patient" ON "share"
  USING ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())))
  WITH CHECK ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())));
CREATE POLICY "viewer_sees" ON "share" FOR SELECT USING ("viewer_user_id" = (SELECT "current_actor_user"()));
CREATE POLICY "viewer_acts" ON "share" FOR UPDATE
  USING ("viewer_user_id" = (SELECT "current_actor_user"())) WITH CHECK ("viewer_user_id" = (SELECT "current_actor_user"()));
-- An invitation belongs to whoever signs in with its address.
CREATE POLICY "invited_sees" ON "share" FOR SELECT
  USING ("state" = 'offered' AND "invited_hmac" IN
    (SELECT e."address_hmac" FROM "email_identity" AS e WHERE e."user_id" = "current_actor_user"()));
CREATE POLICY "invited_acts" ON "share" FOR UPDATE
  USING ("state" = 'offered' AND "invited_hmac" IN
    (SELECT e."address_hmac" FROM "email_identity" AS e WHERE e."user_id" = "current_actor_user"()))
  WITH CHECK ("viewer_user_id" = (SELECT "current_actor_user"()));
-- Redeeming a code begins before it is known whose it is; expiry ends shares of everybody.
CREATE POLICY "sharing_looks" ON "share" FOR SELECT USING ((SELECT "current_actor"()) = 'system:sharing');
CREATE POLICY "sharing_moves" ON "share" FOR UPDATE
  USING ((SELECT "current_actor"()) = 'system:sharing') WITH CHECK ((SELECT "current_actor"()) = 'system:sharing');

-- Whoever is let in can end a share or accept it as it is, never change what it lets them see.
CREATE FUNCTION "terms_are_the_owners"() RETURNS trigger LANGUAGE plpgsql AS $$
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
  -- Whoever deletes their account leaves what was shared with them (the foreign key takes their id away).
  IF OLD."viewer_user_id" IS NOT NULL AND NEW."viewer_user_id" IS NULL AND NEW."state" IN ('redeemed', 'active') THEN
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
CREATE TRIGGER "terms_are_the_owners" BEFORE UPDATE ON "share"
  FOR EACH ROW EXECUTE FUNCTION "terms_are_the_owners"();

-- ── The record of who looked ───────────────────────────────────────────────────────────────────────────────────────

CREATE POLICY "write_as_oneself" ON "disclosure" FOR INSERT
  WITH CHECK ("viewer" = (SELECT "current_actor"()) AND "patient_id" = (SELECT "current_patient"())
    AND "share_id" = (SELECT "current_share"()) AND (SELECT "actor_reaches"("current_patient"())));
CREATE POLICY "owner_reads" ON "disclosure" FOR SELECT
  USING ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_owns"("current_patient"())));
-- One opening of a view is one row: whether there is one already, the viewer may find out about their own.
CREATE POLICY "viewer_reads_own" ON "disclosure" FOR SELECT
  USING ("patient_id" = (SELECT "current_patient"()) AND "viewer" = (SELECT "current_actor"()));
CREATE POLICY "verifier_reads" ON "disclosure" FOR SELECT USING ((SELECT "current_actor"()) = 'system:verifier');

CREATE POLICY "in_reach" ON "disclosure_head"
  USING ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_reaches"("current_patient"())))
  WITH CHECK ("patient_id" = (SELECT "current_patient"()) AND (SELECT "actor_reaches"("current_patient"())));
CREATE POLICY "verifier_reads" ON "disclosure_head" FOR SELECT USING ((SELECT "current_actor"()) = 'system:verifier');

GRANT SELECT, INSERT, UPDATE ON "share", "disclosure_head" TO "hindsight_app";
GRANT SELECT, INSERT ON "disclosure", "keys"."record_seal", "keys"."record_tombstone" TO "hindsight_app";
