import { readEnvFile } from '../../compose/env-file.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { type Part, type ServerSettings, told, written } from './server-settings.ts';

/** The connection that tests of Laravel are told to use. What is in the environment comes before what files say. (laravel.com/docs, "Testing: Getting Started") */
export const LARAVEL: Framework = {
  name: 'Laravel',
  ecosystem: 'php',
  reads: ['**/phpunit.xml{,.dist}', '**/tests/{Pest,TestCase}.php', '**/tests/Feature/**/*.php'],
  find,
};

const CONNECTIONS: ReadonlyMap<string, ServerSettings['service']> = new Map([
  ['pgsql', 'postgres'],
  ['mysql', 'mysql'],
  ['mariadb', 'mysql'],
]);

const VARIABLES: Readonly<Record<Part, string>> = {
  host: 'DB_HOST',
  port: 'DB_PORT',
  user: 'DB_USERNAME',
  password: 'DB_PASSWORD',
  database: 'DB_DATABASE',
};

function find({ snapshot, draft }: FrameworkQuery): ServerSettings[] {
  const { directory } = draft;
  if (!snapshot.has(joinPath(directory, 'artisan') ?? 'artisan')) return [];
  const { words, fixed } = inPhpunit(snapshot, directory);
  const own = new Map([...inFile(snapshot, directory, '.env.testing'), ...words]);
  const usual = [...['.env', '.env.example'].map((name) => inFile(snapshot, directory, name))].find(
    ({ size }) => size > 0,
  );
  const all = new Map([...(own.has('DB_CONNECTION') ? [] : (usual ?? [])), ...own]);
  const connection = all.get('DB_CONNECTION');
  const service = CONNECTIONS.get(connection?.value ?? '');
  if (!connection || service === undefined || all.get('DB_DATABASE')?.value === ':memory:') return [];
  if (![...own.keys()].some((name) => name.startsWith('DB_')) && !usesDatabase(snapshot, directory)) return [];
  const parts = Object.entries(VARIABLES).map(([part, name]) => {
    const value = all.get(name)?.value ?? null;
    return [part, value !== null && fixed.has(name) ? written(value) : told(name, value)];
  });
  return [
    {
      service,
      parts: Object.fromEntries(parts),
      url: null,
      isShown: true,
      hasDriver: true,
      isLocalhostASocket: service === 'mysql',
      at: connection.at[0],
    },
  ];
}

type Words = ReadonlyMap<string, Word>;

function inFile(snapshot: Snapshot, directory: string, name: string): Words {
  return readEnvFile(snapshot, joinPath(directory, name) ?? name);
}

const ENV = /<(env|server)\s{1,8}name="(DB_\w{1,40})"\s{1,8}value="([^"\n]{0,200})"(\s{1,8}force="true")?/g;

interface Phpunit {
  readonly words: Words;
  /** The names of those that it sets whatever the environment says. */
  readonly fixed: ReadonlySet<string>;
}

/** The variables that PHPUnit sets. Laravel reads those of the server first. (docs.phpunit.de, "The XML Configuration File", "The <php> Element") */
function inPhpunit(snapshot: Snapshot, directory: string): Phpunit {
  const file = ['phpunit.xml', 'phpunit.xml.dist']
    .map((name) => joinPath(directory, name) ?? name)
    .find((path) => snapshot.text(path) !== null);
  const set = linesOf(withoutComments((file && snapshot.text(file)) ?? '')).flatMap(({ text, number }) =>
    [...text.matchAll(ENV)].map(([, kind, name = '', value = '', force]) => ({
      name,
      word: wordAt(value, file ?? '', number),
      isFixed: kind === 'server' || force !== undefined,
    })),
  );
  return {
    words: new Map(set.map(({ name, word }) => [name, word])),
    fixed: new Set(set.flatMap(({ name, isFixed }) => (isFixed ? [name] : []))),
  };
}

/** With the lines that they have. */
function withoutComments(xml: string): string {
  let kept = '';
  let at = 0;
  for (let start = xml.indexOf('<!--'); start >= 0; start = xml.indexOf('<!--', at)) {
    const end = xml.indexOf('-->', start);
    kept += xml.slice(at, start) + xml.slice(start, end < 0 ? xml.length : end).replace(/[^\n]/g, '');
    at = end < 0 ? xml.length : end + 3;
  }
  return kept + xml.slice(at);
}

/** Traits by which a test empties its database. */
const TRAIT =
  /(?:^|[\s{;])use\s[^;\n]{0,200}\b(?:RefreshDatabase|DatabaseMigrations|DatabaseTransactions|LazilyRefreshDatabase)\b/;

function usesDatabase(snapshot: Snapshot, directory: string): boolean {
  const tests = snapshot.within(joinPath(directory, 'tests') ?? '').filter((path) => path.endsWith('.php'));
  return tests.some((path) => firstMatch(snapshot.text(path) ?? '', TRAIT) !== null);
}
