-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_hmac" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "challenge_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "session_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_hmac_key" ON "passkey"("credential_hmac");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above was written by Prisma's schema engine from prisma/schema.prisma; everything below it cannot know.

ALTER TABLE "session" DROP CONSTRAINT "session_method_known";
ALTER TABLE "session" ADD CONSTRAINT "session_method_known" CHECK ("method" IN ('dexcom', 'email', 'oidc', 'passkey'));
-- A counter is a 32-bit number without a sign (WebAuthn, 6.1).
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_counter_fits" CHECK ("counter" BETWEEN 0 AND 4294967295);
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_purpose_known"
  CHECK ("purpose" IN ('sign-in', 'confirm', 'add'));
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_session_for_members"
  CHECK (("purpose" = 'sign-in') = ("session_id" IS NULL));

ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "passkey" FORCE ROW LEVEL SECURITY;
CREATE POLICY "of_actor" ON "passkey" USING ("user_id" = (SELECT "current_actor_user"()))
  WITH CHECK ("user_id" = (SELECT "current_actor_user"()));
-- Sign-in learns whose passkey it is before it knows the person.
CREATE POLICY "sign_in_looks_up" ON "passkey" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:sign-in');

-- A challenge belongs to nobody until it is signed; retention sweeps what never was.
ALTER TABLE "passkey_challenge" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "passkey_challenge" FORCE ROW LEVEL SECURITY;
CREATE POLICY "sign_in_keeps" ON "passkey_challenge"
  USING ((SELECT "current_actor"()) = 'system:sign-in') WITH CHECK ((SELECT "current_actor"()) = 'system:sign-in');
CREATE POLICY "retention_sweeps" ON "passkey_challenge" USING ((SELECT "current_actor"()) = 'system:retention');

GRANT SELECT, INSERT, UPDATE, DELETE ON "passkey" TO "hindsight_app";
-- A challenge is kept, taken and swept; nothing about it ever changes.
GRANT SELECT, INSERT, DELETE ON "passkey_challenge" TO "hindsight_app";
