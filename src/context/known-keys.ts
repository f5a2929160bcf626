import type * as z from 'zod/mini';

/** A key that a mapping may have, and the keys below which that mapping stands; lists between them are passed over. */
export interface KnownKey {
  readonly key: string;
  readonly below: readonly string[];
}

/** Every key that a value of a schema may have, at whatever depth. */
export function keysIn(schema: z.core.$ZodType, below: readonly string[] = []): KnownKey[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) => [{ key, below }, ...keysIn(inner, [...below, key])]);
    case 'array':
      return keysIn(def.element, below);
    case 'optional':
      return keysIn(def.innerType, below);
    case 'record':
      return keysIn(def.valueType, below);
    case 'union':
      return def.options.flatMap((option) => keysIn(option, below));
    // No other kind holds values with keys in our schemas.
    default:
      return [];
  }
}
