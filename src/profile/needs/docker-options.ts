import type { DockerOption } from '../../domain/container.ts';
import { published } from '../ci/published.ts';
import { type Place, type Word, wordAt } from '../word.ts';
import type { CiContainer } from './ci-container.ts';

/** Options that say how a container runs and when it is ready, and give it nothing of the machine. (docs.docker.com, "docker container create") */
const KEPT = new Set(
  [
    ...['health-cmd', 'health-interval', 'health-timeout', 'health-retries', 'health-start-period'],
    ...['health-start-interval', 'no-healthcheck', 'add-host', 'cpus', 'entrypoint', 'hostname', 'init', 'label'],
    ...['memory', 'name', 'network-alias', 'platform', 'read-only', 'restart', 'shm-size', 'stop-timeout', 'tmpfs'],
    ...['ulimit', 'user', 'workdir'],
  ].map((name) => `--${name}`),
);

/** Those that take no value. */
const FLAGS = new Set(
  [
    ...['detach', 'init', 'interactive', 'no-healthcheck', 'oom-kill-disable', 'privileged', 'publish-all', 'quiet'],
    ...['read-only', 'rm', 'tty'],
  ].map((name) => `--${name}`),
);

/** What says nothing about the container itself, or nothing that GitHub does not say already. */
const IDLE = new Set(['--detach', '--expose', '--interactive', '--quiet', '--rm', '--tty', '--pull', '--cidfile']);

/** Short names. */
const LONG: Readonly<Record<string, string>> = {
  '-d': '--detach',
  '-e': '--env',
  '-h': '--hostname',
  '-i': '--interactive',
  '-l': '--label',
  '-m': '--memory',
  '-p': '--publish',
  '-P': '--publish-all',
  '-q': '--quiet',
  '-t': '--tty',
  '-u': '--user',
  '-v': '--volume',
  '-w': '--workdir',
};

type Told = Pick<CiContainer, 'environment' | 'ports' | 'options' | 'lost'>;

/** What options of Docker, as words, tell a container. */
export function readOptions(words: readonly string[], at: Place): Told {
  const options = optionsIn(words);
  const valuesOf = (name: string) => options.flatMap(([own, value]) => (own === name && value !== null ? [value] : []));
  const environment = valuesOf('--env').flatMap((text): [string, Word][] => {
    const [, name, value] = /^([A-Za-z_][\w.]{0,80})=([\s\S]{0,500})$/.exec(text) ?? [];
    return name === undefined || value === undefined ? [] : [[name, wordAt(value, at.file, at.line)]];
  });
  const isTaken = ([name]: DockerOption) => name === '--env' || name === '--publish' || IDLE.has(name);
  const isOpen = ([, value]: DockerOption) => /\$[{(]/.test(value ?? '');
  const rest = options.filter((option) => !isTaken(option));
  const isKept = (option: DockerOption) => KEPT.has(option[0]) && !isOpen(option);
  const lost = new Set(rest.filter((option) => !isKept(option)).map(([name]) => name));
  return {
    environment: new Map(environment),
    ports: valuesOf('--publish').flatMap((port) => published(port, false) ?? []),
    options: rest.filter(isKept),
    lost: [...lost].map((name) => ({ what: `the option ${name} of its container`, at })),
  };
}

/** How many of the words are options and their values, up to the first that is none. */
export function optionWords(words: readonly string[]): number {
  let at = 0;
  while (at < words.length) {
    const [, written = '', joined] = OPTION.exec(words[at] ?? '') ?? [];
    if (written === '') return at;
    at += joined !== undefined || longNames(written).every((name) => FLAGS.has(name)) ? 1 : 2;
  }
  return words.length;
}

const OPTION = /^(--?[A-Za-z][\w-]{0,40})(?:=([\s\S]*))?$/;

function optionsIn(words: readonly string[]): DockerOption[] {
  const found: DockerOption[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [, written = '', joined] = OPTION.exec(words[at] ?? '') ?? [];
    if (written === '') continue;
    for (const name of longNames(written)) {
      if (FLAGS.has(name)) {
        if (joined !== 'false') found.push([name, null]);
      } else {
        at += joined === undefined ? 1 : 0;
        found.push([name, (joined ?? words[at] ?? '').replace(/\s+/g, ' ').trim()]);
      }
    }
  }
  return found.slice(0, MOST_OPTIONS);
}

/** `-dit` is three of them. */
function longNames(written: string): string[] {
  if (written.startsWith('--')) return [written];
  return [...written.slice(1)].map((letter) => LONG[`-${letter}`] ?? `-${letter}`);
}

/** More is nobody's. */
const MOST_OPTIONS = 50;

const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\[\s\S]|[^\s"'\\])+/g;

/** The words of a text as the runner parts them: quotes hold words together. */
export function wordsIn(text: string): string[] {
  return [...text.slice(0, LONGEST).matchAll(WORD)].map(([word]) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      double === undefined ? (single ?? '') : double.replace(/\\(["\\])/g, '$1'),
    ),
  );
}

const LONGEST = 4_000;
