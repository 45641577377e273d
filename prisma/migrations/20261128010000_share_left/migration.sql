-- Whoever deletes their account leaves what was shared with them, and so does a clinic whose last member has gone: the foreign
-- key takes the id away and "terms_are_the_owners" ends the share. Nobody was there to say so in the log; now the database is.
CREATE FUNCTION "note_share_left"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public."audit_event" ("id", "actor", "patient_id", "action", "detail")
  VALUES (gen_random_uuid(), 'system:sharing', NEW."patient_id", 'share.ended',
    jsonb_build_object('shareId', NEW."id", 'reason', NEW."end_reason"));
  RETURN NULL;
END $$;

CREATE TRIGGER "share_left" AFTER UPDATE ON "share"
  FOR EACH ROW WHEN (OLD."state" <> 'ended' AND NEW."state" = 'ended' AND (
    (OLD."viewer_user_id" IS NOT NULL AND NEW."viewer_user_id" IS NULL)
    OR (OLD."clinic_id" IS NOT NULL AND NEW."clinic_id" IS NULL)))
  EXECUTE FUNCTION "note_share_left"();
