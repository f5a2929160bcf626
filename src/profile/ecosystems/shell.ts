import type { ProfileWarning } from '../../domain/profile.ts';
import { automationLines, pipelinesOf } from '../ci/automation.ts';
import type { Ecosystem } from '../ecosystem.ts';
import { firstMatch } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import { MENTIONS, readShellCalls } from './shell/calls.ts';
import { lintOf, testOf } from './shell/commands.ts';

const PRE_COMMIT = '.pre-commit-config.yaml';
const MODULES = '.gitmodules';

/** Scripts of a repository that checks them: one unit at its root, which gives way to any other unit there (scripts-alone.ts). */
export const shell: Ecosystem = {
  name: 'shell',
  reads: ['.github/workflows/*.{yml,yaml}', 'Makefile', PRE_COMMIT, MODULES],
  detect: (snapshot) => {
    if (!speaksOfScripts(snapshot)) return { units: [], warnings: [] };
    const files = [...pipelinesOf(snapshot), PRE_COMMIT];
    const lines = files.flatMap((file) => automationLines(snapshot, file));
    const query = { snapshot, calls: readShellCalls(snapshot), lines };
    const tests = testOf(query);
    const missing = tests.length > 0 ? submodules(snapshot) : [];
    const commands = { install: [], lint: lintOf(query), test: missing.length > 0 ? [] : tests, build: [] };
    if (commands.lint.length + commands.test.length === 0) return { units: [], warnings: missing };
    return {
      units: [
        {
          directory: '.',
          ecosystem: 'shell',
          manager: 'shell',
          lockfile: null,
          version: null,
          versions: [],
          commands,
          alsoOwns: [],
          dependsOn: [],
          dependencies: [],
        },
      ],
      warnings: missing,
    };
  },
};

function speaksOfScripts(snapshot: Snapshot): boolean {
  const files = [...pipelinesOf(snapshot), PRE_COMMIT];
  return (
    snapshot.has('.shellcheckrc') ||
    snapshot.paths.some((path) => path.endsWith('.bats')) ||
    files.some((file) => MENTIONS.test(snapshot.text(file) ?? ''))
  );
}

/** Bats and its libraries as submodules, which no checkout brings by itself. */
function submodules(snapshot: Snapshot): ProfileWarning[] {
  const found = firstMatch(
    snapshot.text(MODULES) ?? '',
    /^\s{0,20}url\s{0,4}=\s{0,4}\S{0,200}\/bats-(?:core|support|assert|file|mock)\b/,
  );
  return found
    ? [
        {
          file: MODULES,
          line: found.line,
          message: 'tests need this submodule, which is not there; they are left out.',
        },
      ]
    : [];
}
