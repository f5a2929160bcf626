import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MOST_COMMANDS, type PlanTool } from '../../src/domain/plan.ts';
import { catalogues } from '../generate/generating.ts';

interface Step {
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const text = readFileSync(new URL('../../.github/workflows/build.yml', import.meta.url), 'utf8');
const { jobs } = parse(text) as { readonly jobs: { readonly check: { readonly steps: readonly Step[] } } };
const { steps } = jobs.check;

/** Every tool that a plan may name: the compiler holds the list complete. */
const TOOLS: Readonly<Record<PlanTool, true>> = {
  go: true,
  node: true,
  pnpm: true,
  bun: true,
  python: true,
  uv: true,
  java: true,
  gradle: true,
  rust: true,
  dotnet: true,
  elixir: true,
  ruby: true,
  php: true,
  deno: true,
  sbt: true,
  swift: true,
  terraform: true,
  opentofu: true,
  tflint: true,
  helm: true,
  'chart-testing': true,
  buf: true,
  'golangci-lint': true,
  'cargo-deny': true,
  nextest: true,
  'cargo-llvm-cov': true,
};

describe('The workflow that runs a plan', () => {
  it.each(Object.keys(TOOLS))('brings %s where an entry asks for it', (tool) => {
    const found = steps.filter((step) => step.if === `matrix.tools.${tool}`);
    expect(found).toHaveLength(1);
    for (const value of Object.values(found[0]?.with ?? {}).map(String))
      for (const [, named] of value.matchAll(/matrix\.tools\.([\w-]+)/g)) expect(named).toBe(tool);
  });

  it('uses the releases that generated.yml uses, with inputs that they have', () => {
    for (const { uses = '', with: inputs = {} } of steps.filter((step) => step.uses)) {
      const [name = '', sha] = uses.split('@');
      const known = catalogues.actions[name];
      expect(known?.sha, name).toBe(sha);
      expect(Object.keys(known?.inputs ?? {})).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });

  it('has a step for every command of an entry, and takes none of them for a script', () => {
    const commands = steps.filter((step) => step.if?.startsWith('matrix.commands['));
    expect(commands.map((step) => step.if)).toEqual(
      Array.from({ length: MOST_COMMANDS }, (_, index) => `matrix.commands[${index}]`),
    );
    expect(new Set(commands.map((step) => step.run))).toEqual(new Set(['eval "$COMMAND"']));
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([]);
  });
});
