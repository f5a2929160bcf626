type Json = Readonly<Record<string, unknown>>;

/** What strict modes take everywhere; bounds of texts, numbers and lists are refused by some of them. (developers.openai.com, "Structured outputs") */
const KEYWORDS = ['type', 'description', 'enum', 'properties', 'items', 'anyOf'];

/**
 * A JSON Schema as the strict modes of providers want it: no property may be left out, so that one which could be is null instead; no object
 * has others; no keyword stands in it that some of them refuse. What it no longer says must be looked at by who reads the answer.
 */
export function strictSchema(schema: Json): Record<string, unknown> {
  const kept = Object.fromEntries(KEYWORDS.flatMap((key) => (key in schema ? [[key, schema[key]]] : [])));
  return {
    ...kept,
    ...('const' in schema ? { enum: [schema.const] } : {}),
    ...(isList(schema.anyOf) ? { anyOf: schema.anyOf.map(strictSchema) } : {}),
    ...(isSchema(schema.items) ? { items: strictSchema(schema.items) } : {}),
    ...(isSchema(schema.properties) ? strictObject(schema.properties, schema.required) : {}),
  };
}

function strictObject(properties: Json, required: unknown): Record<string, unknown> {
  const must = new Set(Array.isArray(required) ? required : []);
  const strict = Object.entries(properties).map(([name, schema]): [string, unknown] => {
    const inner = strictSchema(isSchema(schema) ? schema : {});
    return [name, must.has(name) ? inner : { anyOf: [inner, { type: 'null' }] }];
  });
  return { properties: Object.fromEntries(strict), required: Object.keys(properties), additionalProperties: false };
}

function isSchema(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value) && value.every(isSchema);
}
