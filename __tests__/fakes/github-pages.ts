import { type BaseFiles, comparedWithBase } from '../../src/deliver/github/capability-change.ts';
import { markerOf } from '../../src/deliver/github/marker.ts';
import type { GithubPage } from '../../src/deliver/github/page.ts';
import type { ProjectProfile, Unit } from '../../src/domain/profile.ts';
import type { RepositoryContext } from '../../src/domain/repository.ts';
import { memoryTree } from './memory-tree.ts';
import { proposalOf } from './proposals.ts';

export const HEAD = 'a'.repeat(40);

interface Base {
  readonly baseFiles?: BaseFiles;
}

/** A page of a proven proposal for a pull request, in everything that is not given. */
export function githubPage({ baseFiles = new Map(), ...given }: Partial<GithubPage> & Base = {}): GithubPage {
  const proposal = given.proposal ?? proposalOf({ changeSet: { files: [workflowFile(WORKFLOW_TEXT)] } });
  return {
    marker: markerOf('default'),
    context: contextOf(),
    profile: profileOf(),
    beside: [],
    replaceable: [],
    proposal,
    wishes: [],
    effects: [],
    accepted: null,
    ...comparedWithBase(proposal.changeSet, baseFiles),
    links: {
      run: { id: 7, url: 'https://github.com/octo/shop/actions/runs/7' },
      artifact: { name: 'agent-generate', url: 'https://github.com/octo/shop/actions/runs/7/artifacts/8' },
      blob: `https://github.com/octo/shop/blob/${HEAD}`,
    },
    notes: [],
    ...given,
  };
}

export const WORKFLOW_TEXT = `on:
  pull_request:
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${'c'.repeat(40)} # v7.0.1
      - run: go test ./...
`;

export function workflowFile(content: string, previous: string | null = null) {
  const status = previous === null ? 'added' : previous === content ? 'unchanged' : 'changed';
  return { path: '.github/workflows/generated.yml', content, previous, status } as const;
}

export function contextOf(given: Partial<RepositoryContext> = {}): RepositoryContext {
  return {
    trigger: { kind: 'command-line' },
    tree: memoryTree({}),
    wholeTree: memoryTree({}),
    baseTree: null,
    histories: [],
    configuration: null,
    base: { name: 'main', commit: 'b'.repeat(40) },
    head: { name: 'feature', commit: HEAD },
    defaultBranch: 'main',
    changedFiles: [{ path: 'main.go', status: 'modified' }],
    findings: [],
    notes: [],
    ...given,
  };
}

export function profileOf(units: readonly Unit[] = [unitOf('.', 'go test ./...')]): ProjectProfile {
  return { units, services: [], tasks: [], ignored: [], warnings: [] };
}

export function unitOf(directory: string, run: string, file = 'go.mod'): Unit {
  const because = [{ file, line: 3 }];
  return {
    directory,
    ecosystem: 'go',
    manager: 'go',
    lockfile: null,
    version: { tool: 'go', value: '1.25.0', because },
    versions: [],
    commands: { install: [], lint: [], test: [{ run, directory, because }], build: [] },
    needs: [],
    owns: [],
    dependsOn: [],
  };
}
