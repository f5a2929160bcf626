import type { Guide } from '../../guide.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Shell',
  unit: 'The root of a repository that checks its scripts, and where no other unit is.',
  managers: { shell: [] },
  choice: [],
  versions: [],
  commands: {
    install: 'nothing',
    lint: 'ShellCheck as the repository calls it; else over all scripts where its action, its hook or its settings are there',
    test: 'Bats as the repository calls it; else over `test`, `tests` or `spec`',
    build: 'nothing',
  },
};
