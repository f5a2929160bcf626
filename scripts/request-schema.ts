import * as z from 'zod/mini';
import { GenerationRequestSchema, SelectorSchema } from '../src/domain/request.ts';

/** docs/generation-request.schema.json: what an editor needs to help with the requests of a configuration. Refinements that JSON Schema cannot say are left to the program. */
export function requestSchemaText(): string {
  const metadata = z.registry<{ id: string }>().add(SelectorSchema, { id: 'Selector' });
  const { $schema, ...schema } = z.toJSONSchema(GenerationRequestSchema, { target: 'draft-2020-12', metadata });
  const described = {
    $schema,
    title: 'GenerationRequest, version 1',
    description: 'What agent-generate is asked for: wishes over what it finds in the repository. See docs/requests.md.',
    ...schema,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
