// The paths of a JSON Schema with what each may hold, as one line each: what a script can rely on.

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** A path such as `topics[].name`, and the types it has: `null | string`. A value that may be missing is `nothing`. */
export type SchemaPaths = Readonly<Record<string, string>>;

export function schemaPaths(schema: Schema): SchemaPaths {
  const paths = new Map<string, Set<string>>();
  collect(schema, "", { paths, root: schema, open: [] });
  return Object.fromEntries([...paths].map(([path, types]) => [path, [...types].sort().join(" | ")]));
}

interface Collecting {
  readonly paths: Map<string, Set<string>>;
  readonly root: Schema;
  /** The references that are being followed, so that one to itself ends. */
  readonly open: readonly string[];
}

function collect(schema: Schema, path: string, collecting: Collecting): void {
  const { paths, root, open } = collecting;
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? (schema.$ref === "#" ? root : undefined);
    if (target && !open.includes(schema.$ref)) collect(target, path, { ...collecting, open: [...open, schema.$ref] });
    return;
  }
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  for (const part of schema.allOf ?? []) collect(part, path, collecting);
  if (variants.length > 0) {
    collectVariants(variants, path, collecting);
    return;
  }
  const types = paths.get(path) ?? new Set();
  paths.set(path, types);
  for (const type of typesOf(schema)) types.add(type);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const inner = path === "" ? name : `${path}.${name}`;
    collect(property, inner, collecting);
    if (!schema.required?.includes(name)) paths.get(inner)?.add("nothing");
  }
  if (schema.items) collect(schema.items, `${path}[]`, collecting);
  if (typeof schema.additionalProperties === "object") collect(schema.additionalProperties, `${path}{}`, collecting);
}

/** What only some variants have may be missing. */
function collectVariants(variants: readonly Schema[], path: string, collecting: Collecting): void {
  const all = variants.map((variant) => {
    const paths = new Map<string, Set<string>>();
    collect(variant, path, { ...collecting, paths });
    return paths;
  });
  const names = new Set(all.flatMap((paths) => [...paths.keys()]));
  for (const name of names) {
    const types = collecting.paths.get(name) ?? new Set();
    collecting.paths.set(name, types);
    // A variant that is no object, such as null, says nothing about what an object has.
    const missing = (paths: typeof collecting.paths) => (paths.get(path)?.has("object") ? ["nothing"] : []);
    for (const paths of all) for (const type of paths.get(name) ?? missing(paths)) types.add(type);
  }
}

function typesOf({ type, const: only, enum: choices }: Schema): string[] {
  if (only !== undefined) return [JSON.stringify(only)];
  if (choices) return choices.map((choice) => JSON.stringify(choice));
  return type === undefined ? ["anything"] : [type].flat();
}
