import type { ActionCatalogue } from '../domain/catalogue.ts';
import type { Policy } from '../domain/policy.ts';
import type { EngineName } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { Engine } from './engine.ts';

/** What engines are made of. Policies are loaded when they are first needed: what cannot be loaded fails that engine alone. */
export interface EngineParts {
  readonly policies: () => Promise<readonly Policy[]>;
  readonly rules: readonly Rule[];
  readonly actions: ActionCatalogue;
}

/** Every engine, in the order in which they are run, each loaded by itself. */
export const ENGINES: readonly { readonly name: EngineName; readonly load: (parts: EngineParts) => Promise<Engine> }[] =
  [
    { name: 'yaml', load: async () => (await import('./engines/yaml.ts')).yamlEngine },
    { name: 'schema', load: async () => (await import('./engines/schema.ts')).schemaEngine },
    {
      name: 'catalogue',
      load: async ({ actions }) => (await import('./engines/catalogue.ts')).catalogueEngine(actions),
    },
    {
      name: 'policy',
      load: async ({ policies, rules }) =>
        (await import('./engines/policy.ts')).policyEngine(
          await policies(),
          new Map(rules.map((rule) => [rule.id, rule])),
        ),
    },
    { name: 'secrets', load: async () => (await import('./engines/secrets.ts')).secretsEngine },
  ];
