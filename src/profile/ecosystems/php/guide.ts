import type { Guide } from '../../guide.ts';
import { TOOLS } from './lint.ts';
import { PHP_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'PHP',
  unit: 'A `composer.json` with sources of PHP beside or below it.',
  managers: { composer: ['composer.lock'] },
  choice: [],
  versions: [{ tool: 'php', sources: PHP_VERSIONS }],
  commands: {
    install:
      '`composer install`, in a PHP with the extensions that `composer.json` requires (`ext-…`) and those that the jobs of its tests set up, with what these set in `ini-values` and measure with',
    lint: `\`composer validate\`, \`composer audit\` and Symfony’s \`bin/console lint:…\` where pipelines call them; and where they are required, and configured or called: ${TOOLS.map(({ run }) => `\`${run}\``).join(', ')}`,
    test: 'the first that pipelines call of: the script `test`, `php artisan test`, Pest, PHPUnit and Symfony’s bridges; else the first that is there',
    build: 'nothing',
  },
};
