import type { Commands } from '../../../domain/profile.ts';
import type { Found } from '../../snapshot.ts';
import { buildCommands } from './build.ts';
import { installCommands } from './install.ts';
import { lintCommands } from './lint.ts';
import type { Place } from './place.ts';
import { testCommands } from './tests.ts';

/** What continuous integration should run: each tool only where it is set up and installed. (detection.md, rows of Python) */
export function pythonCommands(place: Place): Found<Commands> {
  const lint = lintCommands(place);
  return {
    value: {
      install: installCommands(place),
      lint: lint.value,
      test: testCommands(place),
      build: buildCommands(place),
    },
    warnings: lint.warnings,
  };
}
