-- AlterTable
ALTER TABLE "share" ADD COLUMN     "clinic_id" UUID;

-- CreateTable
CREATE TABLE "clinic" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "code_hmac" TEXT NOT NULL,
    "code_sealed" TEXT NOT NULL,
    "default_targets" TEXT NOT NULL DEFAULT 'standard',
    "inactive_days" INTEGER DEFAULT 180,

    CONSTRAINT "clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic_member" (
    "clinic_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_member_pkey" PRIMARY KEY ("clinic_id","user_id")
);

-- CreateTable
CREATE TABLE "clinic_invitation" (
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "address_hmac" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "offer" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clinic_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic_label" (
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic_patient" (
    "clinic_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "targets" TEXT,
    "site_id" UUID,
    "tag_ids" UUID[],
    "revision" INTEGER NOT NULL DEFAULT 0,
    "note_sealed" BYTEA,
    "note_revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "clinic_patient_pkey" PRIMARY KEY ("clinic_id","patient_id")
);

-- CreateTable
CREATE TABLE "clinic_review" (
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keys"."clinic_key" (
    "clinic_id" UUID NOT NULL,
    "wrapped" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_key_pkey" PRIMARY KEY ("clinic_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "clinic_code_hmac_key" ON "clinic"("code_hmac");

-- CreateIndex
CREATE INDEX "clinic_member_user_id_idx" ON "clinic_member"("user_id");

-- CreateIndex
CREATE INDEX "clinic_invitation_address_hmac_idx" ON "clinic_invitation"("address_hmac");

-- CreateIndex
CREATE UNIQUE INDEX "clinic_invitation_clinic_id_address_hmac_key" ON "clinic_invitation"("clinic_id", "address_hmac");

-- CreateIndex
CREATE INDEX "clinic_label_clinic_id_idx" ON "clinic_label"("clinic_id");

-- CreateIndex
CREATE INDEX "clinic_patient_patient_id_idx" ON "clinic_patient"("patient_id");

-- CreateIndex
CREATE INDEX "clinic_review_clinic_id_patient_id_reviewed_at_idx" ON "clinic_review"("clinic_id", "patient_id", "reviewed_at" DESC);

-- CreateIndex
CREATE INDEX "clinic_review_patient_id_idx" ON "clinic_review"("patient_id");

-- CreateIndex
CREATE INDEX "share_clinic_id_idx" ON "share"("clinic_id");

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_member" ADD CONSTRAINT "clinic_member_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_member" ADD CONSTRAINT "clinic_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_invitation" ADD CONSTRAINT "clinic_invitation_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_label" ADD CONSTRAINT "clinic_label_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_patient" ADD CONSTRAINT "clinic_patient_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_patient" ADD CONSTRAINT "clinic_patient_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_patient" ADD CONSTRAINT "clinic_patient_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "clinic_label"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_review" ADD CONSTRAINT "clinic_review_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_review" ADD CONSTRAINT "clinic_review_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above is what prisma/schema.prisma says; everything below it cannot know.

ALTER TABLE "clinic" ADD CONSTRAINT "clinic_name_counts" CHECK (char_length("name") BETWEEN 2 AND 80);
ALTER TABLE "clinic" ADD CONSTRAINT "clinic_targets_known"
  CHECK ("default_targets" IN ('standard', 'older', 'pregnancy', 'pregnancy-type-2'));
ALTER TABLE "clinic" ADD CONSTRAINT "clinic_inactive_days_known" CHECK ("inactive_days" IN (30, 90, 180, 365));
ALTER TABLE "clinic_member" ADD CONSTRAINT "clinic_member_role_known"
  CHECK ("role" IN ('administrator', 'clinician', 'viewer'));
ALTER TABLE "clinic_invitation" ADD CONSTRAINT "clinic_invitation_role_known"
  CHECK ("role" IN ('administrator', 'clinician', 'viewer'));
ALTER TABLE "clinic_label" ADD CONSTRAINT "clinic_label_kind_known" CHECK ("kind" IN ('tag', 'site'));

-- ── Who works where ────────────────────────────────────────────────────────────────────────────────────────────────
-- A transaction about a clinic names it (hindsight.clinic_id, lib/db/context.ts). What somebody may do there is looked up
-- behind the policies, since those of the member table cannot ask the member table: so it is not forced on its owner.

CREATE FUNCTION "current_clinic"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('hindsight.clinic_id', true), '')::uuid;

-- Null for whoever is no member, and for members who have not come for longer than the clinic waits: from that moment,
-- whether the housekeeping has removed them or not. The administrator who came last stays, or nobody could let the others
-- back in.
CREATE FUNCTION "role_in"("clinic" uuid, "person" uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT m."role" FROM public."clinic_member" AS m JOIN public."clinic" AS c ON c."id" = m."clinic_id"
  WHERE m."clinic_id" = "clinic" AND m."user_id" = "person"
    AND (c."inactive_days" IS NULL
      OR m."last_seen_at" > statement_timestamp() - make_interval(days => c."inactive_days")
      OR (m."role" = 'administrator' AND NOT EXISTS (SELECT FROM public."clinic_member" AS o
        WHERE o."clinic_id" = m."clinic_id" AND o."role" = 'administrator'
          AND (o."last_seen_at", o."user_id") > (m."last_seen_at", m."user_id"))));
END;

CREATE FUNCTION "actor_role_in"("clinic" uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN public."role_in"("clinic", public."current_actor_user"());

CREATE FUNCTION "clinic_has_members"("clinic" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN EXISTS (SELECT FROM public."clinic_member" AS m WHERE m."clinic_id" = "clinic");

-- What this transaction's person is in its clinic; and whether they are setting it up.
CREATE FUNCTION "current_role_in_clinic"() RETURNS text LANGUAGE sql STABLE
  RETURN "actor_role_in"("current_clinic"());
CREATE FUNCTION "founds_clinic"() RETURNS boolean LANGUAGE sql STABLE
  RETURN "current_actor_user"() IS NOT NULL AND "current_clinic"() IS NOT NULL
    AND NOT "clinic_has_members"("current_clinic"());

DO $$
DECLARE
  clinic_table regclass;
BEGIN
  FOREACH clinic_table IN ARRAY
    ARRAY['clinic', 'clinic_member', 'clinic_invitation', 'clinic_label', 'keys.clinic_key']::regclass[]
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', clinic_table);
  END LOOP;
END $$;
ALTER TABLE "clinic_invitation" FORCE ROW LEVEL SECURITY;
ALTER TABLE "clinic_label" FORCE ROW LEVEL SECURITY;

-- ── Invitations ────────────────────────────────────────────────────────────────────────────────────────────────────

-- An invitation belongs to whoever signs in with its address, while it lasts. About a clinic only its own are seen.
CREATE POLICY "invited_sees" ON "clinic_invitation" FOR SELECT
  USING (((SELECT "current_clinic"()) IS NULL OR "clinic_id" = (SELECT "current_clinic"()))
    AND "expires_at" > statement_timestamp() AND "address_hmac" IN
      (SELECT e."address_hmac" FROM "email_identity" AS e WHERE e."user_id" = "current_actor_user"()));
CREATE POLICY "invited_answers" ON "clinic_invitation" FOR DELETE
  USING ("clinic_id" = (SELECT "current_clinic"()) AND "address_hmac" IN
    (SELECT e."address_hmac" FROM "email_identity" AS e WHERE e."user_id" = "current_actor_user"()));
CREATE POLICY "administrators_invite" ON "clinic_invitation"
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) = 'administrator')
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) = 'administrator');

-- ── Members ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- About a clinic, all of its members; about none, where one works oneself.
CREATE POLICY "members_see" ON "clinic_member" FOR SELECT
  USING (CASE WHEN (SELECT "current_clinic"()) IS NULL
    THEN "user_id" = (SELECT "current_actor_user"()) AND "actor_role_in"("clinic_id") IS NOT NULL
    ELSE "clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) IS NOT NULL END);
-- Whoever sets a clinic up is its administrator; everybody else is invited, and to that role.
CREATE POLICY "founder_joins" ON "clinic_member" FOR INSERT
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()) AND "user_id" = (SELECT "current_actor_user"())
    AND "role" = 'administrator' AND (SELECT "founds_clinic"()));
CREATE POLICY "invited_joins" ON "clinic_member" FOR INSERT
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()) AND "user_id" = (SELECT "current_actor_user"())
    AND ("clinic_id", "role") IN (SELECT i."clinic_id", i."role" FROM "clinic_invitation" AS i
      WHERE i."expires_at" > statement_timestamp() AND i."address_hmac" IN
        (SELECT e."address_hmac" FROM "email_identity" AS e WHERE e."user_id" = "current_actor_user"())));
CREATE POLICY "members_come" ON "clinic_member" FOR UPDATE
  USING ("clinic_id" = (SELECT "current_clinic"()) AND "user_id" = (SELECT "current_actor_user"())
    AND (SELECT "current_role_in_clinic"()) IS NOT NULL)
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()) AND "user_id" = (SELECT "current_actor_user"()));
CREATE POLICY "administrators_change" ON "clinic_member" FOR UPDATE
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) = 'administrator')
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()));
CREATE POLICY "members_leave" ON "clinic_member" FOR DELETE
  USING ("clinic_id" = (SELECT "current_clinic"())
    AND ("user_id" = (SELECT "current_actor_user"()) OR (SELECT "current_role_in_clinic"()) = 'administrator'));

CREATE FUNCTION "role_is_the_administrators"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The database itself names a successor (below), behind the policies.
  IF row_security_active(TG_RELID) AND public."actor_role_in"(OLD."clinic_id") IS DISTINCT FROM 'administrator' THEN
    RAISE insufficient_privilege USING MESSAGE = 'only administrators change what somebody may do in a clinic';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "role_is_the_administrators" BEFORE UPDATE ON "clinic_member"
  FOR EACH ROW WHEN (NEW."role" <> OLD."role") EXECUTE FUNCTION "role_is_the_administrators"();

-- A clinic has an administrator who comes as long as it has members, and is no more when the last of them has gone. Everybody
-- who goes waits for the clinic's row, so that two at once do not leave it without one. An administrator who stopped coming
-- does not count: their access would come back when nobody else is left.
CREATE FUNCTION "clinic_keeps_an_administrator"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  days integer;
  came_since timestamptz := '-infinity';
  successor uuid;
BEGIN
  SELECT c."inactive_days" INTO days FROM public."clinic" AS c WHERE c."id" = OLD."clinic_id" FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF days IS NOT NULL THEN
    came_since := statement_timestamp() - make_interval(days => days);
  END IF;
  IF EXISTS (SELECT FROM public."clinic_member" AS m WHERE m."clinic_id" = OLD."clinic_id"
    AND m."role" = 'administrator' AND (m."last_seen_at" > came_since OR OLD."last_seen_at" <= came_since))
  THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    -- Nobody's deletion of themselves waits for a successor: who has worked there longest takes over, clinicians first.
    IF NOT EXISTS (SELECT FROM public."app_user" AS u WHERE u."id" = OLD."user_id") THEN
      SELECT m."user_id" INTO successor FROM public."clinic_member" AS m
      WHERE m."clinic_id" = OLD."clinic_id" AND m."last_seen_at" > came_since
      ORDER BY m."role" = 'clinician' DESC, m."joined_at", m."user_id" LIMIT 1;
    END IF;
    IF successor IS NOT NULL THEN
      UPDATE public."clinic_member" AS m SET "role" = 'administrator'
      WHERE m."clinic_id" = OLD."clinic_id" AND m."user_id" = successor;
      INSERT INTO public."audit_event" ("id", "actor", "action", "detail")
      VALUES (gen_random_uuid(), 'system:clinics', 'member.role-changed',
        jsonb_build_object('clinicId', OLD."clinic_id", 'userId', successor, 'role', 'administrator'));
      RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM public."clinic_member" AS m
      WHERE m."clinic_id" = OLD."clinic_id" AND m."last_seen_at" > came_since)
    THEN
      DELETE FROM public."clinic" AS c WHERE c."id" = OLD."clinic_id";
      DELETE FROM keys."clinic_key" AS k WHERE k."clinic_id" = OLD."clinic_id";
      INSERT INTO public."audit_event" ("id", "actor", "action", "detail")
      VALUES (gen_random_uuid(), 'system:clinics', 'clinic.closed', jsonb_build_object('clinicId', OLD."clinic_id"));
      RETURN NULL;
    END IF;
  END IF;
  RAISE check_violation USING MESSAGE = 'a clinic keeps an administrator';
END $$;
CREATE TRIGGER "clinic_keeps_an_administrator" AFTER DELETE ON "clinic_member"
  FOR EACH ROW EXECUTE FUNCTION "clinic_keeps_an_administrator"();
CREATE TRIGGER "clinic_keeps_an_administrator_in_role" AFTER UPDATE ON "clinic_member"
  FOR EACH ROW WHEN (OLD."role" = 'administrator' AND NEW."role" <> 'administrator')
  EXECUTE FUNCTION "clinic_keeps_an_administrator"();

-- ── The clinic itself, its key and its labels ──────────────────────────────────────────────────────────────────────

CREATE POLICY "members_see" ON "clinic" FOR SELECT
  USING (CASE WHEN (SELECT "current_clinic"()) IS NULL
    THEN "id" IN (SELECT m."clinic_id" FROM "clinic_member" AS m WHERE m."user_id" = "current_actor_user"())
    ELSE "id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) IS NOT NULL END);
CREATE POLICY "invited_sees" ON "clinic" FOR SELECT
  USING ("id" IN (SELECT i."clinic_id" FROM "clinic_invitation" AS i));
CREATE POLICY "founder_sets_up" ON "clinic" FOR INSERT
  WITH CHECK ("id" = (SELECT "current_clinic"()) AND (SELECT "founds_clinic"()));
CREATE POLICY "administrators_change" ON "clinic" FOR UPDATE
  USING ("id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) = 'administrator')
  WITH CHECK ("id" = (SELECT "current_clinic"()));

CREATE POLICY "members_open" ON "keys"."clinic_key" FOR SELECT
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) IS NOT NULL);
CREATE POLICY "founder_makes" ON "keys"."clinic_key" FOR INSERT
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "founds_clinic"()));

CREATE POLICY "members_see" ON "clinic_label" FOR SELECT
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) IS NOT NULL);
CREATE POLICY "administrators_name" ON "clinic_label"
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) = 'administrator')
  WITH CHECK ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "current_role_in_clinic"()) = 'administrator');

-- ── What happens without a member ──────────────────────────────────────────────────────────────────────────────────

-- Whoever types a code has to see which clinic it is, and who administers it; members who stopped coming are removed, old
-- invitations swept.
CREATE POLICY "clinics_look" ON "clinic" FOR SELECT USING ((SELECT "current_actor"()) = 'system:clinics');
CREATE POLICY "clinics_look" ON "clinic_member" FOR SELECT USING ((SELECT "current_actor"()) = 'system:clinics');
CREATE POLICY "clinics_remove_inactive" ON "clinic_member" FOR DELETE
  USING ((SELECT "current_actor"()) = 'system:clinics' AND "role_in"("clinic_id", "user_id") IS NULL);
CREATE POLICY "clinics_sweep" ON "clinic_invitation" USING ((SELECT "current_actor"()) = 'system:clinics');
CREATE POLICY "clinics_open" ON "keys"."clinic_key" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:clinics' AND "clinic_id" = (SELECT "current_clinic"()));

-- Rewrapping keys, and the code that is shown to members, touches no data.
CREATE POLICY "rotation_looks" ON "keys"."clinic_key" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_rewraps" ON "keys"."clinic_key" FOR UPDATE
  USING ((SELECT "current_actor"()) = 'system:key-rotation') WITH CHECK ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_looks" ON "clinic" FOR SELECT USING ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_rewraps" ON "clinic" FOR UPDATE
  USING ((SELECT "current_actor"()) = 'system:key-rotation') WITH CHECK ((SELECT "current_actor"()) = 'system:key-rotation');

-- Nobody deletes a clinic or its key: both go with the last member.
GRANT SELECT, INSERT ON "clinic", "clinic_member", "clinic_invitation", "clinic_label", "keys"."clinic_key"
  TO "hindsight_app";
GRANT UPDATE ("name", "code_hmac", "code_sealed", "default_targets", "inactive_days") ON "clinic" TO "hindsight_app";
GRANT UPDATE ("role", "sealed", "last_seen_at") ON "clinic_member" TO "hindsight_app";
GRANT UPDATE ("role", "sealed", "offer", "expires_at") ON "clinic_invitation" TO "hindsight_app";
GRANT UPDATE ("sealed") ON "clinic_label" TO "hindsight_app";
GRANT UPDATE ("wrapped") ON "keys"."clinic_key" TO "hindsight_app";
GRANT DELETE ON "clinic_member", "clinic_invitation", "clinic_label" TO "hindsight_app";
