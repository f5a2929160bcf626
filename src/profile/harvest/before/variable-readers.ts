import type { Tree } from '../../../domain/tree.ts';
import { pipelinesOf } from '../../ci/automation.ts';
import { linesOf } from '../../lines.ts';
import type { Snapshot } from '../../snapshot.ts';
import { readMore } from '../../take-snapshot.ts';
import { isCode, mayBeOwn, namesAsked } from './own-variables.ts';
import { isCarried } from './variables.ts';

/** So many sources are looked through for the readers of variables, and so many bytes of each. */
const MOST = { files: 500, bytes: 100_000 };

/**
 * The same snapshot with sources that ask for a variable which a pipeline sets and reads itself: it is theirs as well. Those that look like
 * tests are asked first; where no such variable is, none is read. Throws what reading the tree does.
 */
export async function withVariableReaders(tree: Tree, snapshot: Snapshot): Promise<Snapshot> {
  const names = uncertainNames(snapshot);
  if (names.length === 0) return snapshot;
  const sources = snapshot.paths.filter((path) => isCode(path) && snapshot.text(path) === null);
  const [tests, others] = [sources.filter(isTest), sources.filter((path) => !isTest(path))];
  const paths = [...tests, ...others].slice(0, MOST.files);
  const { text } = await readMore(tree, snapshot, { paths, limit: MOST.bytes });
  const readers = paths.filter((path) => {
    const asked = namesAsked(path, text(path) ?? '');
    return names.some((name) => asked.has(name));
  });
  return readMore(tree, snapshot, { paths: readers, limit: MOST.bytes });
}

/** Variables that pipelines set to plain values, and that only they are seen to read. */
function uncertainNames(snapshot: Snapshot): string[] {
  const lines = pipelinesOf(snapshot).flatMap((file) => linesOf(snapshot.text(file) ?? ''));
  const names = lines.flatMap(({ text }) => {
    const pairs = [
      ...text.matchAll(/(?:^|[\s{,-])([A-Z_][A-Z0-9_]{2,60})\s{0,4}:\s{0,4}["']?([^\s"',}][^"',}]{0,200})/g),
    ];
    return pairs.flatMap(([, name = '', value = '']) => (isCarried([name, value.trim()]) ? [name] : []));
  });
  return [...new Set(names)].filter((name) => mayBeOwn(snapshot, name));
}

function isTest(path: string): boolean {
  return /(?:^|[/._-])(?:tests?|specs?|e2e|conftest|config|settings)(?=[/._-])|Tests?\.\w+$/.test(path);
}
