import type { ActionCatalogue } from '../domain/catalogue.ts';
import type { Policy } from '../domain/policy.ts';
import type { EngineName } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { Engine } from './engine.ts';

/** What engines are made of. */
export interface EngineParts {
  /** Ours first. Each is loaded by itself: one that cannot be loaded takes no finding of another one away. */
  readonly policies: readonly (() => Promise<Policy>)[];
  readonly rules: readonly Rule[];
  readonly actions: ActionCatalogue;
}

/** An engine and how it is loaded; what it needs is imported when it is. */
export interface EngineEntry {
  readonly name: EngineName;
  readonly load: (parts: EngineParts) => readonly Promise<Engine>[];
}

/** Every engine, in the order of ENGINE_NAMES. */
export const ENGINES: readonly EngineEntry[] = [
  { name: 'yaml', load: () => [import('./engines/yaml.ts').then(({ yamlEngine }) => yamlEngine)] },
  { name: 'schema', load: () => [import('./engines/schema.ts').then(({ schemaEngine }) => schemaEngine)] },
  {
    name: 'catalogue',
    load: ({ actions }) => [import('./engines/catalogue.ts').then(({ catalogueEngine }) => catalogueEngine(actions))],
  },
  { name: 'secrets', load: () => [import('./engines/secrets.ts').then(({ secretsEngine }) => secretsEngine)] },
  {
    name: 'policy',
    load: ({ policies, rules }) =>
      policies.map(async (load) => (await import('./engines/policy.ts')).policyEngine(load, rules)),
  },
];
