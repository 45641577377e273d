import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { Pool, QueryArrayConfig } from "pg";

const SCHEMA_FILE = "prisma/schema.prisma";
const PG_CHAR = 18;
const PG_TEXT = 25;

/**
 * Prisma's adapter for PostgreSQL, taught to read the catalogue: it refuses the type "char" (prisma/orm#28145), in which
 * the engine asks for kinds of constraints. The columns pass as text and get their type back afterwards.
 */
class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const pool: Pool = adapter.underlyingDriver();
    const charColumns = new WeakMap<object, readonly number[]>();

    const query = pool.query.bind(pool);
    const readCatalogue = async (statement: QueryArrayConfig) => {
      const result = await query(statement);
      const chars = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === PG_CHAR ? [index] : []));
      for (const field of result.fields) if (field.dataTypeID === PG_CHAR) field.dataTypeID = PG_TEXT;
      charColumns.set(result.rows, chars);
      return result;
    };
    Object.assign(pool, { query: readCatalogue });

    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement);
      for (const index of charColumns.get(result.rows) ?? [])
        result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

/**
 * The engine with which Prisma's own CLI compares schemas, in its WebAssembly build: no binary to download. It is a
 * development dependency, therefore loaded only when asked for.
 */
async function loadEngine(databaseUrl: string, schema: string) {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { SchemaEngine, __wbg_set_wasm: linkWasm } = engine;
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engine } });
  linkWasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") Reflect.apply(start, undefined, []);
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new CatalogueAdapter({ connectionString: databaseUrl, allowExitOnIdle: true }),
  );
  return SchemaEngine.new({ datamodels: [[SCHEMA_FILE, schema]] }, () => undefined, adapter);
}

/**
 * The SQL that would turn the database behind `databaseUrl` into what `prisma/schema.prisma` describes; null when the
 * two agree. Sees tables, columns, keys and indexes; not policies, grants and checks, which tests look at.
 */
export async function schemaDrift({ databaseUrl }: { databaseUrl: string }): Promise<string | null> {
  const schema = await readFile(SCHEMA_FILE, "utf8");
  const files = [{ path: SCHEMA_FILE, content: schema }];
  const engine = await loadEngine(databaseUrl, schema);
  try {
    const difference = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
    });
    return difference.exitCode === 0 ? null : (difference.stdout ?? "").trim();
  } finally {
    engine.free();
  }
}
