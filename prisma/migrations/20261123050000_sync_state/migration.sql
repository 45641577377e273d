-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "deep_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "refused_refreshes" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sync_cursor" ADD COLUMN     "recheck_from" TIMESTAMPTZ(3);
