-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "keys";

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "glucose_unit" TEXT NOT NULL DEFAULT 'mg/dL',

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dexcom_identity" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "subject_hmac" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dexcom_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_owner" (
    "patient_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "patient_owner_pkey" PRIMARY KEY ("patient_id","user_id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "version" TEXT NOT NULL,
    "grantor" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_transaction" (
    "state_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "session_id" UUID,
    "purpose" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "redirect_uri" TEXT NOT NULL,
    "consent_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oauth_transaction_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "subject_hmac" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "disconnected_at" TIMESTAMPTZ(3),
    "history_from" TIMESTAMPTZ(3),
    "checked_through" TIMESTAMPTZ(3),
    "data_through" TIMESTAMPTZ(3),
    "newest_offset_minutes" INTEGER,
    "last_upload_at" TIMESTAMPTZ(3),
    "last_sync_at" TIMESTAMPTZ(3),
    "last_outcome" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_sync_at" TIMESTAMPTZ(3),
    "sync_owner" TEXT,
    "sync_until" TIMESTAMPTZ(3),
    "sync_fence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_token" (
    "connection_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "access_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "unanswered_refreshes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "connection_token_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "sync_cursor" (
    "connection_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "backfilled_to" TIMESTAMPTZ(3),
    "backfill_from" TIMESTAMPTZ(3),
    "checked_through" TIMESTAMPTZ(3),
    "windows_done" INTEGER NOT NULL DEFAULT 0,
    "windows_total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sync_cursor_pkey" PRIMARY KEY ("connection_id","kind")
);

-- CreateTable
CREATE TABLE "sync_run" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "windows" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "withheld" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sync_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantined_record" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quarantined_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_block" (
    "patient_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "format" SMALLINT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "day_block_pkey" PRIMARY KEY ("patient_id","source","kind","day")
);

-- CreateTable
CREATE TABLE "keys"."patient_key" (
    "patient_id" UUID NOT NULL,
    "wrapped" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_key_pkey" PRIMARY KEY ("patient_id")
);

-- CreateTable
CREATE TABLE "keys"."connection_key" (
    "connection_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "wrapped" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_key_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "keys"."erasure" (
    "id" UUID NOT NULL,
    "patient_hash" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "complete_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "patient_id" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "dexcom_identity_patient_id_idx" ON "dexcom_identity"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "dexcom_identity_environment_client_id_subject_hmac_key" ON "dexcom_identity"("environment", "client_id", "subject_hmac");

-- CreateIndex
CREATE INDEX "patient_owner_user_id_idx" ON "patient_owner"("user_id");

-- CreateIndex
CREATE INDEX "consent_patient_id_idx" ON "consent"("patient_id");

-- CreateIndex
CREATE INDEX "oauth_transaction_expires_at_idx" ON "oauth_transaction"("expires_at");

-- CreateIndex
CREATE INDEX "connection_patient_id_idx" ON "connection"("patient_id");

-- CreateIndex
CREATE INDEX "connection_next_sync_at_idx" ON "connection"("next_sync_at");

-- CreateIndex
CREATE UNIQUE INDEX "connection_environment_client_id_subject_hmac_key" ON "connection"("environment", "client_id", "subject_hmac");

-- CreateIndex
CREATE UNIQUE INDEX "connection_id_patient_id_key" ON "connection"("id", "patient_id");

-- CreateIndex
CREATE INDEX "connection_token_patient_id_idx" ON "connection_token"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_token_connection_id_patient_id_key" ON "connection_token"("connection_id", "patient_id");

-- CreateIndex
CREATE INDEX "sync_cursor_patient_id_idx" ON "sync_cursor"("patient_id");

-- CreateIndex
CREATE INDEX "sync_run_connection_id_started_at_idx" ON "sync_run"("connection_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "sync_run_patient_id_idx" ON "sync_run"("patient_id");

-- CreateIndex
CREATE INDEX "quarantined_record_patient_id_idx" ON "quarantined_record"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "quarantined_record_connection_id_kind_fingerprint_key" ON "quarantined_record"("connection_id", "kind", "fingerprint");

-- CreateIndex
CREATE INDEX "connection_key_patient_id_idx" ON "keys"."connection_key"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_patient_hash_key" ON "keys"."erasure"("patient_hash");

-- CreateIndex
CREATE INDEX "audit_event_patient_id_at_idx" ON "audit_event"("patient_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_actor_at_idx" ON "audit_event"("actor", "at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dexcom_identity" ADD CONSTRAINT "dexcom_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dexcom_identity" ADD CONSTRAINT "dexcom_identity_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_owner" ADD CONSTRAINT "patient_owner_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_owner" ADD CONSTRAINT "patient_owner_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_token" ADD CONSTRAINT "connection_token_connection_id_patient_id_fkey" FOREIGN KEY ("connection_id", "patient_id") REFERENCES "connection"("id", "patient_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_cursor" ADD CONSTRAINT "sync_cursor_connection_id_patient_id_fkey" FOREIGN KEY ("connection_id", "patient_id") REFERENCES "connection"("id", "patient_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_connection_id_patient_id_fkey" FOREIGN KEY ("connection_id", "patient_id") REFERENCES "connection"("id", "patient_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantined_record" ADD CONSTRAINT "quarantined_record_connection_id_patient_id_fkey" FOREIGN KEY ("connection_id", "patient_id") REFERENCES "connection"("id", "patient_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_block" ADD CONSTRAINT "day_block_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above was written by Prisma's schema engine from prisma/schema.prisma; everything below it cannot know.

-- ── What a column may say ──────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "app_user" ADD CONSTRAINT "app_user_glucose_unit_known" CHECK ("glucose_unit" IN ('mg/dL', 'mmol/L'));
ALTER TABLE "patient_owner" ADD CONSTRAINT "patient_owner_role_known" CHECK ("role" IN ('self', 'guardian'));
ALTER TABLE "consent" ADD CONSTRAINT "consent_grantor_known" CHECK ("grantor" IN ('self', 'guardian'));
ALTER TABLE "oauth_transaction" ADD CONSTRAINT "oauth_transaction_purpose_known" CHECK ("purpose" IN ('sign-in', 'reconnect'));
ALTER TABLE "connection" ADD CONSTRAINT "connection_status_known" CHECK ("status" IN ('active', 'reconnect_needed', 'disconnected'));
ALTER TABLE "day_block" ADD CONSTRAINT "day_block_revision_counts" CHECK ("revision" > 0);

-- Sealed bytes do not compress: keep PostgreSQL from trying.
ALTER TABLE "day_block" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
ALTER TABLE "quarantined_record" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- ── Who asks, and about whom ───────────────────────────────────────────────────────────────────────────────────────
-- lib/db/context.ts sets both for one transaction only. Unset means nobody and nothing: every policy then refuses.

CREATE FUNCTION "current_patient"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('hindsight.patient_id', true), '')::uuid;

CREATE FUNCTION "current_actor"() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('hindsight.actor', true), '');

-- ── Row-level security: the second wall behind lib/sharing/access.ts ──────────────────────────────────────────────
-- FORCE, so that the tables' owner stands before the same wall. (Foreign keys and their cascades are exempt by design.)

DO $$
DECLARE
  patient_table regclass;
BEGIN
  FOREACH patient_table IN ARRAY ARRAY[
    'patient', 'patient_owner', 'dexcom_identity', 'consent', 'connection', 'connection_token', 'sync_cursor',
    'sync_run', 'quarantined_record', 'day_block', 'audit_event', 'keys.patient_key', 'keys.connection_key'
  ]::regclass[]
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', patient_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', patient_table);
  END LOOP;

  -- The common rule: the rows of the patient that this transaction is about.
  FOREACH patient_table IN ARRAY ARRAY[
    'patient_owner', 'dexcom_identity', 'consent', 'connection', 'connection_token', 'sync_cursor', 'sync_run',
    'quarantined_record', 'day_block', 'keys.patient_key', 'keys.connection_key'
  ]::regclass[]
  LOOP
    EXECUTE format(
      'CREATE POLICY "this_patient" ON %s USING ("patient_id" = (SELECT public.current_patient())) '
      'WITH CHECK ("patient_id" = (SELECT public.current_patient()))', patient_table);
  END LOOP;
END $$;

CREATE POLICY "this_patient" ON "patient"
  USING ("id" = (SELECT "current_patient"())) WITH CHECK ("id" = (SELECT "current_patient"()));

-- Finding out whose data a person may open: their own ownership rows, nobody else's.
CREATE POLICY "owned_by_actor" ON "patient_owner" FOR SELECT
  USING ("current_actor"() = 'user:' || "user_id"::text);

-- Sign-in learns who a Dexcom account is before it knows the patient.
CREATE POLICY "sign_in_looks_up" ON "dexcom_identity" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:sign-in');

-- Consent is given before the redirect, when there is no patient yet; sign-in attaches it, retention sweeps the rest.
CREATE POLICY "not_yet_attached" ON "consent"
  USING ("patient_id" IS NULL AND (SELECT "current_actor"()) IN ('system:sign-in', 'system:retention'))
  WITH CHECK ("patient_id" IS NULL AND (SELECT "current_actor"()) = 'system:sign-in');

-- The scheduler sees which connections are due; whatever it then does happens in that patient's own transaction.
CREATE POLICY "scheduler_looks" ON "connection" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:scheduler');

-- Re-applying erasures after a restore needs the list of who is there.
CREATE POLICY "erasure_looks" ON "patient" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:erasure');

-- Rewrapping keys touches no data.
CREATE POLICY "rotation_looks" ON "keys"."patient_key" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_rewraps" ON "keys"."patient_key" FOR UPDATE
  USING ((SELECT "current_actor"()) = 'system:key-rotation') WITH CHECK ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_looks" ON "keys"."connection_key" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_rewraps" ON "keys"."connection_key" FOR UPDATE
  USING ((SELECT "current_actor"()) = 'system:key-rotation') WITH CHECK ((SELECT "current_actor"()) = 'system:key-rotation');

-- Nobody writes the log in somebody else's name, and nobody reads what is not theirs.
CREATE POLICY "write_as_oneself" ON "audit_event" FOR INSERT
  WITH CHECK ("actor" = (SELECT "current_actor"())
    AND ("patient_id" IS NULL OR "patient_id" = (SELECT "current_patient"())));
CREATE POLICY "read_own" ON "audit_event" FOR SELECT
  USING ("patient_id" = (SELECT "current_patient"()) OR "actor" = (SELECT "current_actor"()));
-- For forget_audit() below; the app's role holds no DELETE on this table.
CREATE POLICY "owner_forgets" ON "audit_event" TO CURRENT_USER USING (true);

-- Erasure is the one exception to "append only", and it works only on those who no longer exist.
CREATE FUNCTION "forget_audit"("erased_patient" uuid, "erased_users" uuid[]) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH forgotten AS (
    DELETE FROM public.audit_event AS e
    WHERE (e.patient_id = erased_patient
        AND erased_patient = public.current_patient()
        AND NOT EXISTS (SELECT FROM public.patient AS p WHERE p.id = erased_patient))
      OR e.actor IN (
        SELECT 'user:' || u.id::text FROM unnest(erased_users) AS u(id)
        WHERE NOT EXISTS (SELECT FROM public.app_user AS a WHERE a.id = u.id))
    RETURNING 1
  )
  SELECT count(*) FROM forgotten;
END;
REVOKE ALL ON FUNCTION "forget_audit"(uuid, uuid[]) FROM PUBLIC;

-- ── The app's role: data, never structure ──────────────────────────────────────────────────────────────────────────
-- `hindsight_app` is a group that nobody signs in as; lib/db/roles.ts makes the login that is a member of it.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hindsight_app') THEN
    CREATE ROLE "hindsight_app" NOLOGIN;
  END IF;
END $$;

REVOKE CREATE ON SCHEMA "public" FROM PUBLIC;
GRANT USAGE ON SCHEMA "public", "keys" TO "hindsight_app";
GRANT EXECUTE ON FUNCTION "forget_audit"(uuid, uuid[]) TO "hindsight_app";

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "app_user", "session", "patient", "patient_owner", "dexcom_identity", "consent", "oauth_transaction", "connection",
  "connection_token", "sync_cursor", "sync_run", "quarantined_record", "day_block", "worker_heartbeat",
  "keys"."patient_key", "keys"."connection_key"
  TO "hindsight_app";
GRANT SELECT, INSERT ON "audit_event", "keys"."erasure" TO "hindsight_app";

-- Readiness compares what was applied with what the code expects.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON "public"."_prisma_migrations" TO "hindsight_app";
  END IF;
END $$;
