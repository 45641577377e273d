-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "name_sealed" BYTEA;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'dexcom',
ADD COLUMN     "place_sealed" BYTEA;

-- AlterTable
ALTER TABLE "oauth_transaction" ALTER COLUMN "consent_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "email_identity" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "address_hmac" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "email_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oidc_identity" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject_hmac" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oidc_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "code_hmac" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "session_id" UUID,
    "tries_left" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "keys"."user_key" (
    "user_id" UUID NOT NULL,
    "wrapped" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_key_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "email_identity_user_id_key" ON "email_identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_identity_address_hmac_key" ON "email_identity"("address_hmac");

-- CreateIndex
CREATE INDEX "oidc_identity_user_id_idx" ON "oidc_identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "oidc_identity_issuer_subject_hmac_key" ON "oidc_identity"("issuer", "subject_hmac");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_browser_hash_idx" ON "sign_in_link"("browser_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_expires_at_idx" ON "sign_in_link"("expires_at");

-- CreateIndex
CREATE INDEX "mail_message_send_after_idx" ON "mail_message"("send_after");

-- CreateIndex
CREATE INDEX "mail_message_expires_at_idx" ON "mail_message"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- AddForeignKey
ALTER TABLE "email_identity" ADD CONSTRAINT "email_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oidc_identity" ADD CONSTRAINT "oidc_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything above was written by Prisma's schema engine from prisma/schema.prisma; everything below it cannot know.

ALTER TABLE "session" ADD CONSTRAINT "session_method_known" CHECK ("method" IN ('dexcom', 'email', 'oidc'));
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_purpose_known" CHECK ("purpose" IN ('sign-in', 'add-address', 'confirm'));
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_session_for_members"
  CHECK (("purpose" = 'sign-in') = ("session_id" IS NULL));
ALTER TABLE "oauth_transaction" DROP CONSTRAINT "oauth_transaction_purpose_known";
ALTER TABLE "oauth_transaction" ADD CONSTRAINT "oauth_transaction_purpose_known"
  CHECK ("purpose" IN ('sign-in', 'reconnect', 'confirm'));
ALTER TABLE "oauth_transaction" ADD CONSTRAINT "oauth_transaction_consent_for_glucose"
  CHECK (("purpose" = 'confirm') = ("consent_id" IS NULL));

-- ── Row-level security: what belongs to a person who signs in ──────────────────────────────────────────────────────

CREATE FUNCTION "current_actor_user"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN substring(current_setting('hindsight.actor', true) FROM '^user:([0-9a-f-]{36})$')::uuid;

DO $$
DECLARE
  own_table regclass;
BEGIN
  FOREACH own_table IN ARRAY ARRAY['email_identity', 'oidc_identity', 'keys.user_key']::regclass[]
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', own_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', own_table);
    EXECUTE format(
      'CREATE POLICY "of_actor" ON %s USING ("user_id" = (SELECT public.current_actor_user())) '
      'WITH CHECK ("user_id" = (SELECT public.current_actor_user()))', own_table);
  END LOOP;
END $$;

-- Sign-in learns whose address or account it is before it knows the person.
CREATE POLICY "sign_in_looks_up" ON "email_identity" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:sign-in');
CREATE POLICY "sign_in_looks_up" ON "oidc_identity" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:sign-in');

-- A link belongs to nobody until it is opened; retention sweeps what never was.
ALTER TABLE "sign_in_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sign_in_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY "sign_in_keeps" ON "sign_in_link"
  USING ((SELECT "current_actor"()) = 'system:sign-in') WITH CHECK ((SELECT "current_actor"()) = 'system:sign-in');
CREATE POLICY "retention_sweeps" ON "sign_in_link" USING ((SELECT "current_actor"()) = 'system:retention');

-- Whoever causes a message may put it in; only the postman reads it.
ALTER TABLE "mail_message" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_message" FORCE ROW LEVEL SECURITY;
CREATE POLICY "anybody_posts" ON "mail_message" FOR INSERT WITH CHECK ((SELECT "current_actor"()) IS NOT NULL);
CREATE POLICY "postman_delivers" ON "mail_message"
  USING ((SELECT "current_actor"()) = 'system:mail') WITH CHECK ((SELECT "current_actor"()) = 'system:mail');
CREATE POLICY "retention_sweeps" ON "mail_message" USING ((SELECT "current_actor"()) = 'system:retention');

-- Rewrapping keys touches no data.
CREATE POLICY "rotation_looks" ON "keys"."user_key" FOR SELECT
  USING ((SELECT "current_actor"()) = 'system:key-rotation');
CREATE POLICY "rotation_rewraps" ON "keys"."user_key" FOR UPDATE
  USING ((SELECT "current_actor"()) = 'system:key-rotation') WITH CHECK ((SELECT "current_actor"()) = 'system:key-rotation');

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "email_identity", "oidc_identity", "sign_in_link", "mail_message", "rate_limit", "keys"."user_key"
  TO "hindsight_app";
