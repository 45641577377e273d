-- AlterTable
ALTER TABLE "disclosure" ALTER COLUMN "share_id" DROP NOT NULL;

-- Everything above is what prisma/schema.prisma says; everything below it cannot know.

ALTER TABLE "disclosure" DROP CONSTRAINT "disclosure_channel_known";
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_channel_known"
  CHECK ("channel" IN ('page', 'api', 'link', 'export'));
-- A row that rests on no share is of the owner: what they look at themselves is no disclosure, a file that leaves is one.
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_without_share_is_own_export"
  CHECK ("share_id" IS NOT NULL OR ("channel" = 'export' AND "clinic_id" IS NULL));
-- Not "actor_owns": the system's own jobs download nothing.
CREATE POLICY "owner_writes_own_exports" ON "disclosure" FOR INSERT
  WITH CHECK ("viewer" = (SELECT "current_actor"()) AND "patient_id" = (SELECT "current_patient"())
    AND "share_id" IS NULL
    AND (SELECT EXISTS (SELECT FROM "patient_owner" AS o
      WHERE o."patient_id" = "current_patient"() AND o."user_id" = "current_actor_user"())));
