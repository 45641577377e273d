-- DropIndex
DROP INDEX "oidc_identity_user_id_idx";

-- CreateTable
CREATE TABLE "oidc_joining" (
    "state_hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "oidc_joining_pkey" PRIMARY KEY ("state_hash")
);

-- CreateIndex
CREATE INDEX "oidc_joining_expires_at_idx" ON "oidc_joining"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "oidc_identity_user_id_issuer_key" ON "oidc_identity"("user_id", "issuer");

-- Everything above was written by Prisma's schema engine from prisma/schema.prisma; everything below it cannot know.

ALTER TABLE "oauth_transaction" DROP CONSTRAINT "oauth_transaction_purpose_known";
ALTER TABLE "oauth_transaction" ADD CONSTRAINT "oauth_transaction_purpose_known"
  CHECK ("purpose" IN ('sign-in', 'reconnect', 'join', 'confirm'));
-- Whom a Dexcom account joins is decided when the trip begins.
ALTER TABLE "oauth_transaction" ADD CONSTRAINT "oauth_transaction_session_to_join"
  CHECK ("purpose" <> 'join' OR "session_id" IS NOT NULL);

-- A joining belongs to nobody until its answer comes; retention sweeps it when that can come no more.
ALTER TABLE "oidc_joining" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "oidc_joining" FORCE ROW LEVEL SECURITY;
CREATE POLICY "sign_in_keeps" ON "oidc_joining"
  USING ((SELECT "current_actor"()) = 'system:sign-in') WITH CHECK ((SELECT "current_actor"()) = 'system:sign-in');
CREATE POLICY "retention_sweeps" ON "oidc_joining" USING ((SELECT "current_actor"()) = 'system:retention');

GRANT SELECT, INSERT, UPDATE, DELETE ON "oidc_joining" TO "hindsight_app";
