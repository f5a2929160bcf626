import { join } from 'node:path';
import type { Vitest } from 'vitest/node';
import { createVitest } from 'vitest/node';
import config from '../../vitest.config.ts';

/** The tests that may kill a mutant, the one that is most likely to first. */
const JURY = ['__tests__/policies/examples.test.ts', '__tests__/validate/'];

/** The tests of the suite, run again and again over a copy of the sources. */
export interface Jury extends AsyncDisposable {
  /** The first test that fails, by its whole name; null where all pass. `changed` are paths whose content is not what it was. */
  try(changed: readonly string[]): Promise<string | null>;
}

/**
 * Vitest stays up between the runs: starting it costs more than the tests do. What compares the committed module with what its source
 * compiles to (`build.test.ts`) is no juror: it would find every mutant, and none for what it does.
 */
export async function summonJury(root: string): Promise<Jury> {
  const vitest = await createVitest(
    'test',
    {
      ...config.test,
      root,
      config: false,
      watch: false,
      bail: 1,
      pool: 'threads',
      reporters: [{}],
      fsModuleCache: false,
    },
    { root, cacheDir: join(root, '.cache'), logLevel: 'silent' },
  );
  return {
    try: async (changed) => {
      for (const path of changed) vitest.invalidateFile(join(root, path));
      for (const tests of JURY) {
        const failed = await firstFailure(vitest, tests);
        if (failed !== null) return failed;
      }
      return null;
    },
    [Symbol.asyncDispose]: () => vitest.close(),
  };
}

async function firstFailure(vitest: Vitest, tests: string): Promise<string | null> {
  const specifications = await vitest.globTestSpecifications([tests]);
  if (specifications.length === 0) throw new Error(`There are no tests at ${tests}.`);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  for (const module of testModules) {
    for (const test of module.children.allTests('failed')) return test.fullName;
    // A file that could not even be loaded has no tests.
    if (!module.ok()) return module.moduleId.slice(module.moduleId.lastIndexOf('/') + 1);
  }
  return unhandledErrors.length > 0 ? String(unhandledErrors[0]) : null;
}
