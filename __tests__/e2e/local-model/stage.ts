import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActionRun, runAction } from '../../../rigs/github/action.ts';
import { type CacheStore, cacheStore } from '../../../rigs/github/cache.ts';
import { workflowDispatchEvent } from '../../fakes/events.ts';
import { temporaryDirectory, temporaryRepository } from '../../fakes/repository.ts';

/** Not of tools.ts, which is a test too. */
const python = fileURLToPath(new URL('../../../.tools/bin/llama-python', import.meta.url));

const ACTION = 'agent-generate/agent-generate@0000000000000000000000000000000000000000';
const rig = fileURLToPath(new URL('../../../rigs/local-model/', import.meta.url));

/** Folders of one scenario: what the machine of the job has, and the model. */
export interface Machine extends Disposable {
  readonly path: string;
  /** Goes before the PATH of the job. */
  readonly bin: string;
  /** What a machine that stays keeps. */
  readonly toolCache: string;
  /** What earlier runs have kept. */
  readonly cache: CacheStore;
}

export function machine(): Machine {
  const folder = temporaryDirectory();
  const bin = join(folder.path, 'bin');
  const toolCache = join(folder.path, 'tool-cache');
  for (const path of [bin, toolCache]) mkdirSync(path);
  return { path: folder.path, bin, toolCache, cache: cacheStore(), [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** A program on the PATH of the job. */
export function program(path: string, script: string): string {
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

/** llama.cpp's own server under its usual name. */
export function llamaServer(path: string): string {
  return program(path, `#!/bin/sh\nexec '${python}' '${rig}llama_server.py' "$@"\n`);
}

/** A release as publishers pack it: a program in a folder. */
export function archiveWith(folder: string, name: string, below: string): Buffer {
  const packed = ['-c', '-z', '-f', '-', `--transform=s,^,${below}/,`, '-C', folder, name];
  return execFileSync('tar', packed);
}

/** A model of half a megabyte, whose words are noise; one that is hurried ends every list before it has begun. */
export function writeModel(path: string, kind: 'noise' | 'hurried'): void {
  execFileSync(python, [`${rig}write_model.py`, path, ...(kind === 'hurried' ? [kind] : [])]);
}

export interface Played extends ActionRun {
  readonly conclusion: string | undefined;
}

export interface Play {
  /** Inputs of the action. */
  readonly with: Readonly<Record<string, string>>;
  /** Of a step after ours, in bash. */
  readonly after?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const FILES = {
  'README.md': '# Shop\n',
  'cart/go.mod': 'module example.com/cart\n\ngo 1.25\n',
  'cart/cart_test.go': 'package cart\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) {}\n',
};

/** Runs the built action by hand (workflow_dispatch) in a repository with one Go module, without a token. */
export async function play(machine: Machine, { with: inputs, after = ':', environment = {} }: Play): Promise<Played> {
  await using repository = temporaryRepository(FILES);
  repository.git('update-ref', 'refs/remotes/origin/main', 'main');
  using work = temporaryDirectory();
  cpSync(repository.path, work.path, { recursive: true });
  return await runAction(
    {
      workflow: workflowOf({ machine, inputs, after }),
      action: ACTION,
      checkout: work.path,
      repository: workflowDispatchEvent.repository.full_name,
      event: 'workflow_dispatch',
      payload: workflowDispatchEvent,
      apiUrl: 'http://127.0.0.1:9',
      token: null,
      environment,
      cache: machine.cache,
      signal: AbortSignal.timeout(120_000),
    },
    (run) => ({ ...run, conclusion: run.jobs.get('agent-generate') }),
  );
}

interface Workflow {
  readonly machine: Machine;
  readonly inputs: Play['with'];
  readonly after: string;
}

function workflowOf({ machine: { bin, toolCache }, inputs, after }: Workflow): string {
  const given = Object.entries({ 'github-token': '', ...inputs });
  return `
name: agent-generate
on: [workflow_dispatch]
jobs:
  agent-generate:
    runs-on: ubuntu-24.04
    outputs:
      all: \${{ toJSON(steps.generate.outputs) }}
    steps:
      - uses: actions/checkout@v7
      - shell: bash
        run: |
          ln -sf "$RIG_SUMMARY" "$GITHUB_STEP_SUMMARY"
          echo ${JSON.stringify(bin)} >> "$GITHUB_PATH"
      - id: generate
        uses: ${ACTION}
        env:
          RUNNER_TOOL_CACHE: ${JSON.stringify(toolCache)}
          PLANTED_SECRET: planted-secret
        with:
${given.map(([key, value]) => `          ${key}: ${JSON.stringify(value)}`).join('\n')}
      - shell: bash
        if: always()
        run: |
          ${after}
  outputs:
    needs: agent-generate
    if: always()
    runs-on: ubuntu-24.04
    steps:
      - shell: bash
        run: |
          cat > "$RIG_OUTPUTS" <<'END_OF_OUTPUTS'
          \${{ needs.agent-generate.outputs.all }}
          END_OF_OUTPUTS
`;
}
