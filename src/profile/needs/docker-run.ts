import { dockerWord } from '../../domain/container.ts';
import { type Place, wordAt } from '../word.ts';
import { type CiContainer, ciContainer } from './ci-container.ts';
import { optionWords, readOptions } from './docker-options.ts';
import { serverOf } from './server-image.ts';

/**
 * `docker run -d -p 6379:6379 redis:8` as a container; null for any other command, and for an image that nobody knows and that may be
 * made on the spot: one without the name of whose it is, or without a port that the machine could ask.
 */
export function startedByRun(words: readonly string[], at: Place): CiContainer | null {
  const [program = '', command, ...rest] = words[0] === 'sudo' ? words.slice(1) : words;
  if (!['docker', 'podman'].includes(program) || command !== 'run') return null;
  const end = optionWords(rest);
  const told = readOptions(rest.slice(0, end), at);
  const [image = '', ...after] = rest.slice(end);
  const isDetached = rest.slice(0, end).some((word) => /^-\w{0,5}d\w{0,5}$/.test(word) || word === '--detach');
  const isServer = serverOf(image) !== undefined || (told.ports.length > 0 && image.includes('/'));
  if (!isDetached || !isServer) return null;
  return ciContainer({
    ...told,
    image: wordAt(image, at.file, at.line),
    command: after.length > 0 ? after.map(dockerWord).join(' ') : null,
    runs: null,
  });
}
