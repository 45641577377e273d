-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "format" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "journal_entry_patient_id_kind_idx" ON "journal_entry"("patient_id", "kind");

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above was written by Prisma's schema engine from prisma/schema.prisma; everything below it cannot know.

ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_kind_known" CHECK ("kind" IN ('note', 'lab-result', 'exclusion'));
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_revision_counts" CHECK ("revision" > 0);
-- Sealed bytes do not compress: keep PostgreSQL from trying.
ALTER TABLE "journal_entry" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

ALTER TABLE "journal_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "journal_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "this_patient" ON "journal_entry"
  USING ("patient_id" = (SELECT "current_patient"())) WITH CHECK ("patient_id" = (SELECT "current_patient"()));

GRANT SELECT, INSERT, UPDATE, DELETE ON "journal_entry" TO "hindsight_app";
