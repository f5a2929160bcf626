import type * as z from 'zod/mini';

/** Every key that a value of a schema may have, at whatever depth. */
export function keysIn(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
    case 'array':
      return keysIn(def.element);
    case 'optional':
      return keysIn(def.innerType);
    case 'record':
      return keysIn(def.valueType);
    case 'union':
      return def.options.flatMap(keysIn);
    // No other kind holds values with keys in our schemas.
    default:
      return [];
  }
}
