import type { Configuration } from '../domain/configuration.ts';
import { decodeText } from '../domain/plain-text.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import { MANIFEST_LIMIT, type Tree } from '../domain/tree.ts';

/** A configuration and its own words. */
export interface WrittenConfiguration {
  readonly configuration: Configuration;
  readonly text: string;
}

/** The configuration of a tree; null where there is none. What reads it is loaded where there is one. Throws ConfigurationError. */
export async function readConfiguration(tree: Tree): Promise<WrittenConfiguration | null> {
  const { entries } = await tree.list([CONFIGURATION_PATH]);
  const entry = entries.find(({ path }) => path === CONFIGURATION_PATH);
  if (!entry) return null;
  const { broken, parseConfiguration } = await import('./configuration.ts');
  // What was meant to be judged by must not be left out in silence.
  if (entry.mode === 'symlink') throw broken('It is a symbolic link, which is not followed.');
  const content = (await tree.read([CONFIGURATION_PATH], MANIFEST_LIMIT)).get(CONFIGURATION_PATH);
  if (!content) throw broken('Its content is not at hand.');
  if (content.kind === 'too-large') throw broken(`It has ${content.size} bytes; at most ${MANIFEST_LIMIT} are read.`);
  const decoded = decodeText(content.bytes);
  if (decoded.kind === 'unreadable') throw broken(`The file cannot be read: ${decoded.why}`);
  return { configuration: parseConfiguration(decoded.text), text: decoded.text };
}
