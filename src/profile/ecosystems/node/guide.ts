import type { Guide } from '../../guide.ts';
import { NAMES } from './checks.ts';
import { LOCKFILES } from './lockfile.ts';
import { DECLARED_MANAGERS, SHOWN_MANAGERS } from './manager.ts';
import { BUN_VERSIONS, NODE_VERSIONS } from './version.ts';

function locks(family: string): string[] {
  return LOCKFILES.filter((lock) => lock.family === family).map(({ name }) => name);
}

/** For the documentation. */
export const guide: Guide = {
  title: 'Node',
  unit: 'A `package.json` that has something to install or to run; a workspace is one unit, at its root.',
  managers: {
    npm: locks('npm'),
    pnpm: locks('pnpm'),
    'yarn-classic': locks('yarn'),
    'yarn-berry': locks('yarn'),
    bun: locks('bun'),
  },
  choice: [
    ...DECLARED_MANAGERS,
    ...SHOWN_MANAGERS,
    {
      from: 'npm. Yarn is berry by its release from 2 on, a `.yarnrc.yml`, or a lock file with `__metadata`; else classic',
    },
  ],
  versions: [
    { tool: 'node', sources: NODE_VERSIONS },
    { tool: 'bun', sources: BUN_VERSIONS },
  ],
  names: NAMES,
  commands: {
    install:
      'the manager’s own call for a machine, with the lock file frozen where there is one (`npm install` on releases of Node whose npm does not know `npm ci`); then Prisma’s client, where there is a schema and no script writes it',
    lint: 'the script that pipelines start for it, else a script of the root, which stands for the whole, else a task of turbo, nx or lerna over all packages, else the members’ scripts; else one of another name whose text says the same (`validate:lint`, `lint:js`); else Biome, ESLint, Prettier or `tsc`, where it is configured and installed; no `tsc` for a tsconfig.json that names no files beside a tsconfig.app.json that extends it, behind `next typegen` where Next.js since 15.5 is to write its next-env.d.ts; no `next lint` since Next.js 16, and no `.eslintrc` since ESLint 9',
    test: 'a script in the same order, told to run once; else the runner that is there. What needs a running application or containers is left out',
    build: 'a script in the same order',
  },
};
