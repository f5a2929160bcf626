import type { Guide } from '../../guide.ts';
import { SWIFT_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Swift',
  unit: 'A `Package.swift`. What only Xcode or macOS builds is said and left out.',
  managers: { spm: ['Package.resolved'] },
  choice: [],
  versions: [{ tool: 'swift', sources: SWIFT_VERSIONS }],
  commands: {
    install: '`swift package resolve`',
    lint: '`swift format lint` with a `.swift-format`, from Swift 6 on',
    test: '`swift test` as the repository calls it on Linux, where there are tests',
    build: '`swift build` as the repository calls it on Linux; else `swift build -c release`',
  },
};
