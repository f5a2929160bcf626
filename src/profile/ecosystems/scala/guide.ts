import type { Guide } from '../../guide.ts';
import { SBT_JDKS } from './jdk.ts';
import { SCALA_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Scala',
  unit: 'A build of sbt; one with subprojects is one unit, at its root. Mill is said and left out.',
  managers: { sbt: [] },
  choice: [],
  versions: [
    { tool: 'scala', sources: SCALA_VERSIONS },
    { tool: 'java', sources: SBT_JDKS },
  ],
  commands: {
    install: 'nothing: sbt fetches what a task needs',
    lint: 'scalafmt and scalafix as the repository calls them, else their checks where plugin and settings are there',
    test: 'the tests as the repository calls them, else `sbt test`, across all releases of Scala where there are several',
    build: '`stage` or `assembly` where a plugin packages; else `compile`',
  },
};
