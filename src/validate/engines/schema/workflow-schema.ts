// The package exports no data, and no way to its schema but the slow one.

import { StringDefinition } from '@actions/workflow-parser/templates/schema/string-definition';
import { TemplateSchema } from '@actions/workflow-parser/templates/schema/template-schema';
import {
  BooleanToken,
  MappingToken,
  NullToken,
  NumberToken,
  SequenceToken,
  StringToken,
  type TemplateToken,
} from '@actions/workflow-parser/templates/tokens/index';
import data from '../../../../node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json' with { type: 'json' };

/**
 * What GitHub takes and the parser's schema does not know: `cache-mode` of a workflow and of a job, since 2026-09-10 (GitHub's changelog), and
 * the filters for tags of pull requests, which are passed over. (@actions/workflow-parser 0.3.61)
 */
const ADDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'workflow-root': { 'cache-mode': 'cache-mode' },
  'workflow-root-strict': { 'cache-mode': 'cache-mode' },
  'job-factory': { 'cache-mode': 'cache-mode' },
  'workflow-job': { 'cache-mode': 'cache-mode' },
  'pull-request-mapping': { tags: 'event-tags', 'tags-ignore': 'event-tags-ignore' },
  'pull-request-target-mapping': { tags: 'event-tags', 'tags-ignore': 'event-tags-ignore' },
};

/**
 * The schema of workflows that comes with GitHub's parser, without the descriptions. Its own `getWorkflowSchema` proves it by a schema for
 * schemas each time that it loads it, which takes twice as long as to judge a workflow by it: a test does that once and for all.
 */
export const WORKFLOW_SCHEMA = mended(new TemplateSchema(mappingOf(completed(data))));

/**
 * Without a slip of the parser's schema: `on: repository_dispatch` stands there as a second `branch_protection_rule`, so that a workflow
 * which GitHub runs would be refused. (@actions/workflow-parser 0.3.61)
 */
function mended(schema: TemplateSchema): TemplateSchema {
  const event = schema.definitions['repository-dispatch-string'];
  if (event instanceof StringDefinition) event.constant = 'repository_dispatch';
  return schema;
}

function completed({ definitions, ...rest }: typeof data): object {
  const all = Object.entries<Definition>(definitions).map(([name, definition]) => {
    const properties = { ...definition.mapping?.properties, ...ADDED[name] };
    return [name, ADDED[name] ? { mapping: { ...definition.mapping, properties } } : definition] as const;
  });
  const modes = { 'allowed-values': ['none', 'read', 'write', 'write-only'] };
  return { ...rest, definitions: { ...Object.fromEntries(all), 'cache-mode': modes } };
}

interface Definition {
  readonly [part: string]: unknown;
  readonly mapping?: { readonly [part: string]: unknown; readonly properties?: object };
}

function mappingOf(value: object, areProperties = false): MappingToken {
  const mapping = new MappingToken(undefined, undefined, undefined);
  for (const [key, item] of Object.entries(value)) {
    // Nobody reads them here; among properties it is one of that name.
    if (key === 'description' && !areProperties) continue;
    mapping.add(new StringToken(undefined, undefined, key, undefined), tokenOf(item, key === 'properties'));
  }
  return mapping;
}

function tokenOf(value: unknown, areProperties = false): TemplateToken {
  if (typeof value === 'string') return new StringToken(undefined, undefined, value, undefined);
  if (typeof value === 'boolean') return new BooleanToken(undefined, undefined, value, undefined);
  if (typeof value === 'number') return new NumberToken(undefined, undefined, value, undefined);
  if (typeof value !== 'object' || value === null) return new NullToken(undefined, undefined, undefined);
  if (!Array.isArray(value)) return mappingOf(value, areProperties);
  const sequence = new SequenceToken(undefined, undefined, undefined);
  for (const item of value) sequence.add(tokenOf(item));
  return sequence;
}
