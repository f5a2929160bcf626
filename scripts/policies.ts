import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Rule } from '../src/domain/rule.ts';

export interface CompileOptions {
  readonly opa: string;
  readonly directory: string;
  /** Paths of documents, such as `agent/main/report`. */
  readonly entrypoints: readonly string[];
  /** Evaluates beforehand what does not depend on the input; a policy that loops then loops here. */
  readonly optimize?: boolean;
}

/** What compiling may take, in milliseconds; ours take under a second. */
const TIME_LIMIT = 60_000;

const execute = promisify(execFile);

/** Compiles a folder of policies to WebAssembly; the same sources give the same bytes. Rejects with what OPA says of the first that is none. */
export async function compilePolicies({
  opa,
  directory,
  entrypoints,
  optimize = false,
}: CompileOptions): Promise<Buffer> {
  await using place = await mkdtempDisposable(join(tmpdir(), 'agent-generate-policies-'));
  const bundle = join(place.path, 'bundle.tar.gz');
  const flags = entrypoints.flatMap((entrypoint) => ['-e', entrypoint]);
  const level = ['-O', optimize ? '1' : '0'];
  await execute(opa, ['build', '-t', 'wasm', ...level, '--prune-unused', ...flags, '-o', bundle, '-b', '.'], {
    cwd: directory,
    timeout: TIME_LIMIT,
  });
  await execute('tar', ['-xzf', bundle, '-C', place.path, '/policy.wasm']);
  return await readFile(join(place.path, 'policy.wasm'));
}

const Annotation = z.object({
  annotations: z.object({
    scope: z.string(),
    title: z.optional(z.string()),
    description: z.optional(z.string()),
    custom: z.optional(
      z.object({
        level: z.enum(['error', 'warning', 'note']),
        message: z.string(),
        help: z.string(),
        aliases: z.array(z.string()),
      }),
    ),
  }),
  path: z.optional(z.array(z.object({ value: z.string() }))),
});

const ExamplesSchema = z.object({
  good: z.array(z.string()),
  bad: z.array(
    z.strictObject({
      text: z.string(),
      /** The path of each finding. */
      findings: z.array(z.array(z.union([z.string(), z.number()]))),
      /** Of all of them; the rule's own where it is not said. */
      level: z.optional(z.enum(['error', 'warning', 'note'])),
      /** The message of one of them. */
      says: z.optional(z.string()),
    }),
  ),
});
export type Examples = z.infer<typeof ExamplesSchema>;

/** The examples that stand beside a rule. */
export function readExamples(directory: string, kind: Rule['kind'], name: string): Examples {
  return ExamplesSchema.parse(
    parse(readFileSync(join(directory, `agent/rules/${kind}/${name}/examples.yaml`), 'utf8')),
  );
}

/** Every rule's METADATA, as OPA reads it, sorted by kind and id. A rule without complete METADATA rejects. */
export async function readRules(opa: string, directory: string): Promise<Rule[]> {
  const { stdout } = await execute(opa, ['inspect', '-a', '-f', 'json', '.'], { cwd: directory });
  const inspected: unknown = JSON.parse(stdout);
  const { annotations } = z.object({ annotations: z.array(Annotation) }).parse(inspected);
  const rules = annotations.flatMap(({ annotations: it, path = [] }): Rule[] => {
    const [, agent, section, kind, name] = path.map(({ value }) => value);
    if (
      it.scope !== 'package' ||
      agent !== 'agent' ||
      section !== 'rules' ||
      name === undefined ||
      name.endsWith('_test')
    )
      return [];
    if (!it.custom || !it.title || !it.description || (kind !== 'workflow' && kind !== 'request'))
      throw new Error(`${kind}/${name} has no complete METADATA.`);
    const { good, bad } = readExamples(directory, kind, name);
    const { level, message, help, aliases } = it.custom;
    return [
      {
        id: name.replaceAll('_', '-'),
        kind,
        title: it.title,
        description: it.description,
        level,
        message,
        help,
        aliases,
        good: good[0] ?? '',
        bad: bad[0]?.text ?? '',
      },
    ];
  });
  return rules.sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
}
