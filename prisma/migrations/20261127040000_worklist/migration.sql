-- How a clinic keeps its patients, and who looked them through: prisma/schema.prisma says what the tables are.

ALTER TABLE "clinic_patient" ADD CONSTRAINT "clinic_patient_targets_known"
  CHECK ("targets" IN ('standard', 'older', 'pregnancy', 'pregnancy-type-2'));
ALTER TABLE "clinic_patient" ADD CONSTRAINT "clinic_patient_tags_few" CHECK (cardinality("tag_ids") <= 20);
ALTER TABLE "clinic_patient" ADD CONSTRAINT "clinic_patient_revisions_count"
  CHECK ("revision" >= 0 AND "note_revision" >= 0);

-- Whether the acting person looks after patients in the clinic that this transaction is about.
CREATE FUNCTION "works_in_clinic"() RETURNS boolean LANGUAGE sql STABLE
  RETURN "current_patient"() IS NULL AND "current_role_in_clinic"() IN ('administrator', 'clinician');

DO $$
DECLARE
  patient_table regclass;
BEGIN
  FOREACH patient_table IN ARRAY ARRAY['clinic_patient', 'clinic_review']::regclass[]
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', patient_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', patient_table);
    -- In sight of the clinic's members, and for as long as the patient shares with it.
    EXECUTE format(
      'CREATE POLICY "of_clinic" ON %s FOR SELECT '
      'USING ("clinic_id" = (SELECT public.current_clinic()) '
      'AND "patient_id" IN (SELECT s."patient_id" FROM public.current_clinic_shares() AS s))', patient_table);
    EXECUTE format(
      'CREATE POLICY "staff_adds" ON %s FOR INSERT '
      'WITH CHECK ("clinic_id" = (SELECT public.current_clinic()) AND (SELECT public.works_in_clinic()) '
      'AND "patient_id" IN (SELECT s."patient_id" FROM public.current_clinic_shares() AS s))', patient_table);
  END LOOP;
END $$;

CREATE POLICY "staff_changes" ON "clinic_patient" FOR UPDATE
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "works_in_clinic"())
    AND "patient_id" IN (SELECT s."patient_id" FROM "current_clinic_shares"() AS s));

-- A review is one's own, of this moment, and stays as it is; for ten minutes its author can take it back.
CREATE POLICY "as_oneself" ON "clinic_review" AS RESTRICTIVE FOR INSERT
  WITH CHECK ("user_id" = (SELECT "current_actor_user"()));
CREATE POLICY "author_takes_back" ON "clinic_review" FOR DELETE
  USING ("clinic_id" = (SELECT "current_clinic"()) AND (SELECT "works_in_clinic"())
    AND "user_id" = (SELECT "current_actor_user"()) AND "reviewed_at" > statement_timestamp() - interval '10 minutes'
    AND "patient_id" IN (SELECT s."patient_id" FROM "current_clinic_shares"() AS s));

CREATE FUNCTION "review_is_now"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."reviewed_at" := statement_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER "review_is_now" BEFORE INSERT ON "clinic_review" FOR EACH ROW EXECUTE FUNCTION "review_is_now"();

-- The site and the tags of a patient are those of the clinic. Labels that were taken away since may stay; nobody sees them.
CREATE FUNCTION "labels_are_the_clinics"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  new_tags uuid[] := NEW."tag_ids";
  site_stays boolean := NEW."site_id" IS NULL;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    new_tags := ARRAY(SELECT unnest(NEW."tag_ids") EXCEPT SELECT unnest(OLD."tag_ids"));
    site_stays := site_stays OR NEW."site_id" IS NOT DISTINCT FROM OLD."site_id";
  END IF;
  IF EXISTS (SELECT FROM unnest(new_tags) AS t("id") WHERE NOT EXISTS (
      SELECT FROM public."clinic_label" AS l
      WHERE l."id" = t."id" AND l."clinic_id" = NEW."clinic_id" AND l."kind" = 'tag'))
    OR NOT (site_stays OR EXISTS (
      SELECT FROM public."clinic_label" AS l
      WHERE l."id" = NEW."site_id" AND l."clinic_id" = NEW."clinic_id" AND l."kind" = 'site'))
  THEN
    RAISE foreign_key_violation USING MESSAGE = 'a patient is placed by the labels of the clinic';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "labels_are_the_clinics" BEFORE INSERT OR UPDATE OF "site_id", "tag_ids" ON "clinic_patient"
  FOR EACH ROW EXECUTE FUNCTION "labels_are_the_clinics"();

GRANT SELECT, INSERT ON "clinic_patient" TO "hindsight_app";
GRANT UPDATE ("targets", "site_id", "tag_ids", "revision", "note_sealed", "note_revision") ON "clinic_patient"
  TO "hindsight_app";
GRANT SELECT, INSERT, DELETE ON "clinic_review" TO "hindsight_app";
