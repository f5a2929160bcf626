import type { Guide } from '../../guide.ts';
import { DENO_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Deno',
  unit: 'A `deno.json` with sources and without a `package.json` beside it; functions of Supabase are none.',
  managers: { deno: ['deno.lock'] },
  choice: [],
  versions: [{ tool: 'deno', sources: DENO_VERSIONS }],
  commands: {
    install: '`deno install`, with `--frozen` where there is a lock file; nothing for Deno 1',
    lint: 'what pipelines call, else `deno fmt --check` and `deno lint`; types by what pipelines call, else a task for them',
    test: 'what pipelines call, else the task `test`, else `deno test -A` where a file is named as a test, without folders for a running system',
    build: 'what pipelines call, else the task `build`',
  },
};
