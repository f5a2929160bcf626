import type { ActionCatalogue } from '../domain/catalogue.ts';
import type { Policy } from '../domain/policy.ts';
import type { EngineName } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { Engine } from './engine.ts';
import { catalogueEngine } from './engines/catalogue.ts';
import { policyEngine } from './engines/policy.ts';
import { schemaEngine } from './engines/schema.ts';
import { secretsEngine } from './engines/secrets.ts';
import { semanticsEngine } from './engines/semantics.ts';
import { yamlEngine } from './engines/yaml.ts';

/** What engines are made of. */
export interface EngineParts {
  /** Ours first. Each is loaded by itself: one that cannot be loaded takes no finding of another one away. */
  readonly policies: readonly (() => Promise<Policy>)[];
  readonly rules: readonly Rule[];
  readonly actions: ActionCatalogue;
}

/** An engine and how it is loaded. */
export interface EngineEntry {
  readonly name: EngineName;
  readonly load: (parts: EngineParts) => readonly Promise<Engine>[];
}

/** Every engine, in the order of ENGINE_NAMES. */
export const ENGINES: readonly EngineEntry[] = [
  { name: 'yaml', load: () => [Promise.resolve(yamlEngine)] },
  { name: 'schema', load: () => [Promise.resolve(schemaEngine)] },
  { name: 'semantics', load: () => [Promise.resolve(semanticsEngine)] },
  { name: 'catalogue', load: ({ actions }) => [Promise.resolve(catalogueEngine(actions))] },
  { name: 'secrets', load: () => [Promise.resolve(secretsEngine)] },
  { name: 'policy', load: ({ policies, rules }) => policies.map((load) => policyEngine(load, rules)) },
];
