import { readFileSync } from 'node:fs';
import type { Release } from '../../src/domain/release.ts';
import { withBlocks } from './blocks.ts';
import { releaseOf, withPin } from './release.ts';
import { errorTable, inputTable, outputTable, usedActions } from './tables.ts';

const root = new URL('../../', import.meta.url);

/** Pages for users, and what is made in them, from the repository's root. */
export const PAGES: readonly string[] = ['README.md', 'docs/action.md'];

export interface Page {
  /** As it stands. */
  readonly text: string;
  /** As it should. */
  readonly made: string;
}

export function readRelease(): Release {
  return releaseOf(read('release.json'));
}

/** One of PAGES, with the tables of the actions' descriptions, the errors by code, and our own pin. */
export function readPage(path: string): Page {
  const text = read(path);
  const [action, validate] = [read('action.yml'), read('validate/action.yml')];
  const blocks = new Map([
    ['inputs', inputTable(action)],
    ['outputs', outputTable(action)],
    ['validate-inputs', inputTable(validate)],
    ['validate-outputs', outputTable(validate)],
    ['build-actions', usedActions(read('.github/workflows/build.yml'))],
    ['errors', errorTable()],
  ]);
  return { text, made: withPin(withBlocks(text, blocks), readRelease()) };
}

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}
