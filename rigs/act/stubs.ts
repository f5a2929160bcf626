import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Catalogue, CatalogueAction } from './catalogue.ts';
import { RigError } from './error.ts';
import { PROGRAMS } from './tools.ts';

export interface StubOptions {
  readonly catalogue: Catalogue;
  /** An empty folder. */
  readonly folder: string;
  /** The folder of each program that this project brings, by name. */
  readonly brought: Readonly<Record<string, string>>;
}

/**
 * Writes a composite action in place of each `owner/name[/path]@ref`. It takes the inputs and gives the outputs (empty) of the real one, and does
 * nothing but make sure that the programs which the real one installs are on PATH.
 * Gives the folder by `owner/name@ref`, as act's --local-repository wants it. Rejects with UNKNOWN_ACTION for one that the catalogue does not have.
 */
export async function writeStubs(uses: readonly string[], options: StubOptions): Promise<ReadonlyMap<string, string>> {
  const stubs = uses.map((use) => stubOf(use, options));
  await Promise.all(stubs.map(writeStub));
  return new Map(stubs.map(({ repository, root }) => [repository, root]));
}

interface Stub {
  /** `owner/name@ref` */
  readonly repository: string;
  readonly root: string;
  /** Where the action's own folder is, below root. */
  readonly folder: string;
  readonly action: unknown;
}

function stubOf(use: string, { catalogue, folder, brought }: StubOptions): Stub {
  const [name = '', ref = ''] = use.split('@');
  const action = catalogue[name];
  if (action === undefined)
    throw new RigError(
      'UNKNOWN_ACTION',
      `the catalogue has no action ${name}: add it, or leave out the jobs that use it.`,
    );
  const [owner, repository, ...path] = name.split('/');
  const root = join(folder, `${owner}+${repository}+${ref.replaceAll('/', '+')}`);
  return {
    repository: `${owner}/${repository}@${ref}`,
    root,
    folder: join(root, ...path),
    action: composite(use, action, brought),
  };
}

async function writeStub({ folder, action }: Stub): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'action.yml'), stringify(action, { lineWidth: 0 }));
}

function composite(use: string, { inputs, outputs }: CatalogueAction, brought: Readonly<Record<string, string>>) {
  const name = use.replace(/@.*/, '');
  const lines = (PROGRAMS[name] ?? []).map((program) => assertProgram(name, program, brought[program]));
  return {
    name: `Stand-in for ${name}`,
    description: 'Takes what the real action takes, and does next to nothing.',
    inputs: Object.fromEntries(Object.keys(inputs).map((input) => [input, { description: input, required: false }])),
    outputs: Object.fromEntries(outputs.map((output) => [output, { description: output, value: '' }])),
    runs: {
      using: 'composite',
      steps: [{ shell: 'bash', run: [`echo "stands in for ${use}"`, ...lines].join('\n') }],
    },
  };
}

function assertProgram(action: string, program: string, folder: string | undefined): string {
  const message = `::error::nothing stands in for ${program} of ${action} here: put ${program} on PATH (make tools, npm ci --prefix rigs)`;
  const bring = folder === undefined ? [] : [`echo '${folder}' >> "$GITHUB_PATH"`, `PATH='${folder}':"$PATH"`];
  return [...bring, `command -v ${program} || { echo '${message}'; exit 1; }`].join('\n');
}
