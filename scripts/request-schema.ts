import * as z from 'zod/mini';
import { ConfigurationSchema } from '../src/domain/configuration.ts';
import { GenerationRequestSchema, SelectorSchema } from '../src/domain/request.ts';

interface Described {
  readonly title: string;
  readonly description: string;
}

/** docs/generation-request.schema.json: what an editor needs to help with the requests of a configuration. Refinements that JSON Schema cannot say are left to the program. */
export function requestSchemaText(): string {
  return schemaText(GenerationRequestSchema, {
    title: 'GenerationRequest, version 1',
    description: 'What agent-generate is asked for: wishes over what it finds in the repository. See docs/requests.md.',
  });
}

/** docs/agent-generate.schema.json: the same for the whole file `.github/agent-generate.yml`. */
export function configurationSchemaText(): string {
  return schemaText(ConfigurationSchema, {
    title: 'The configuration of agent-generate, version 1',
    description: 'The file .github/agent-generate.yml: the accepted request, and settings. See docs/requests.md.',
  });
}

function schemaText(schema: z.core.$ZodType, described: Described): string {
  const metadata = z.registry<{ id: string }>().add(SelectorSchema, { id: 'Selector' });
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', metadata });
  return `${JSON.stringify({ $schema, ...described, ...rest }, null, 2)}\n`;
}
