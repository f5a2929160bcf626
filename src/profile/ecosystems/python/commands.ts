import type { Commands } from '../../../domain/profile.ts';
import type { Found } from '../../snapshot.ts';
import { buildCommands } from './build.ts';
import { environmentInstall, isInEnvironment } from './environments.ts';
import { installCommands } from './install.ts';
import { lintCommands } from './lint.ts';
import type { Place } from './place.ts';
import { testCommands } from './tests.ts';
import { uncalledTests } from './uncalled-tests.ts';

/** What continuous integration should run: each tool only where it is set up and installed. (detection.md, rows of Python) */
export function pythonCommands(place: Place): Found<Commands> {
  const lint = lintCommands(place);
  const test = testCommands(place);
  const own = [...lint.value, ...test];
  const brought = environmentInstall(place, own);
  return {
    value: {
      // Where all is run in environments that are made for it, nothing else need be there.
      install: [...(brought.length > 0 && own.every(isInEnvironment) ? [] : installCommands(place)), ...brought],
      lint: lint.value,
      test,
      build: buildCommands(place),
    },
    warnings: [...lint.warnings, ...uncalledTests(place, test)],
  };
}
