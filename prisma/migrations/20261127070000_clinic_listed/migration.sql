-- A clinic's list reads thousands of patients for every page. Asking the policies of each of its tables who shares with the
-- clinic cost more than everything else: here it is asked once, by whoever asks, and the rest hangs on it.

-- ── The list ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who is in it is decided under the asker's own policies (current_clinic_shares); what hangs on exactly these patients is
-- read as the view's owner, who sees it for as long as the transaction is of a member and about their clinic. Whoever
-- connected more than once stands as they do now. "version" is another number as soon as anything of the row is another,
-- so that a reader who knows the row need not be sent it again.
CREATE VIEW "clinic_listed" AS
  SELECT DISTINCT ON (s."patient_id") s."patient_id", s."id" AS "share_id", s."scope", s."window_from", s."window_days",
    s."expires_at", p."targets", p."site_id", p."tag_ids", c."status", c."newest_offset_minutes", k."wrapped",
    g."revision", g."format", g."sealed" IS NOT NULL AS "is_counted",
    hash_record_extended(ROW(s."id", s."scope", s."window_from", s."window_days", s."expires_at", p."targets", p."site_id",
      p."tag_ids", c."status", c."newest_offset_minutes", k."wrapped", g."revision", g."format", g."sealed" IS NOT NULL), 0)
      AS "version"
  FROM "current_clinic_shares"() AS s
  JOIN "keys"."patient_key" AS k ON k."patient_id" = s."patient_id"
  LEFT JOIN "glucose_summary" AS g ON g."patient_id" = s."patient_id"
  LEFT JOIN "clinic_patient" AS p ON p."clinic_id" = s."clinic_id" AND p."patient_id" = s."patient_id"
  LEFT JOIN "connection" AS c ON c."patient_id" = s."patient_id"
  ORDER BY s."patient_id", c."connected_at" DESC NULLS LAST;
GRANT SELECT ON "clinic_listed" TO "hindsight_app";

-- ── What a page reads and writes ───────────────────────────────────────────────────────────────────────────────────
-- A few dozen patients, each looked up by itself: a sub-select that is a value is never computed for all of the clinic.

DO $$
DECLARE
  listed_table regclass;
  named text;
BEGIN
  FOREACH listed_table IN ARRAY ARRAY['connection', 'glucose_summary', 'keys.patient_key', 'clinic_patient']::regclass[]
  LOOP
    SELECT format('%I', c.relname) INTO named FROM pg_class AS c WHERE c.oid = listed_table;
    EXECUTE format(
      'CREATE POLICY "listed" ON %s FOR SELECT TO CURRENT_USER USING ((SELECT public.acts_in_clinic()))', listed_table);
    EXECUTE format(
      'ALTER POLICY "of_clinic" ON %s TO "hindsight_app" '
      'USING ((SELECT true FROM public.current_clinic_shares() AS s WHERE s."patient_id" = %s."patient_id"))',
      listed_table, named);
  END LOOP;
END $$;

ALTER POLICY "write_in_clinic" ON "disclosure"
  WITH CHECK ("viewer" = (SELECT "current_actor"()) AND "clinic_id" = (SELECT "current_clinic"())
    AND (SELECT s."id" FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure"."patient_id") = "share_id");
ALTER POLICY "viewer_reads_own_in_clinic" ON "disclosure"
  USING ("viewer" = (SELECT "current_actor"()) AND "clinic_id" = (SELECT "current_clinic"())
    AND (SELECT true FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure"."patient_id"));
ALTER POLICY "in_clinic" ON "disclosure_head"
  USING ((SELECT true FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure_head"."patient_id"))
  WITH CHECK ((SELECT true FROM "current_clinic_shares"() AS s WHERE s."patient_id" = "disclosure_head"."patient_id"));
