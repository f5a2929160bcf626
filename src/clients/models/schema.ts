type Schema = Readonly<Record<string, unknown>>;

/**
 * A schema without its patterns: servers that make a grammar of it know no lookaheads, and refuse all of it for one. What was left out is
 * judged when the answer is there.
 */
export function withoutPatterns(schema: Schema): Schema {
  return mapSchema(schema, ({ pattern: _, $schema: __, ...kept }) => kept);
}

/**
 * As OpenAI takes it where it holds an answer to it: every property is required, and one that may be left out may be null instead; no
 * `oneOf`, and no bounds of texts. (developers.openai.com, "Structured Outputs", supported schemas)
 */
export function strictSchema(schema: Schema): Schema {
  return mapSchema(withoutPatterns(schema), ({ oneOf, minLength: _, maxLength: __, ...kept }) => {
    const choice = oneOf === undefined ? {} : { anyOf: oneOf };
    return { ...kept, ...choice, ...(isProperties(kept.properties) ? required(kept.properties, kept.required) : {}) };
  });
}

function required(properties: Schema, needed: unknown): Schema {
  const must = Array.isArray(needed) ? needed : [];
  const all = Object.entries(properties).map(([name, schema]) => [
    name,
    must.includes(name) ? schema : { anyOf: [schema, { type: 'null' }] },
  ]);
  return { properties: Object.fromEntries(all), required: Object.keys(properties), additionalProperties: false };
}

/** An answer to a strict schema: what is null there was left out. No property of ours may be null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}

/** Below these stand schemas by name, and not keywords. */
const NAMED = new Set(['properties', '$defs']);

/** From the inside out. */
function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inner = Object.entries(schema).map(([keyword, value]) => [
    keyword,
    NAMED.has(keyword) && isProperties(value)
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapMember(member, change)]))
      : mapMember(value, change),
  ]);
  return change(Object.fromEntries(inner));
}

function mapMember(value: unknown, change: (schema: Schema) => Schema): unknown {
  if (Array.isArray(value)) return value.map((member) => mapMember(member, change));
  return isProperties(value) ? mapSchema(value, change) : value;
}

function isProperties(value: unknown): value is Schema {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
