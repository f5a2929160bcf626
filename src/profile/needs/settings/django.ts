import { firstMatch, type Line, linesOf } from '../../lines.ts';
import { settingsFiles } from './django-files.ts';
import { fieldIn } from './field.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { type Field, type Part, type ServerSettings, told } from './server-settings.ts';

/** The database that the settings of Django name: its tests make one of their own beside it. (docs.djangoproject.com, "Settings", "DATABASES") */
export const DJANGO: Framework = {
  name: 'Django',
  ecosystem: 'python',
  reads: ['**/settings*.py', '**/settings/**/*.py', '**/manage.py'],
  find,
};

const ENGINES: ReadonlyMap<string, 'postgres' | 'mysql'> = new Map([
  ['postgresql', 'postgres'],
  ['postgresql_psycopg2', 'postgres'],
  ['mysql', 'mysql'],
]);

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['HOST', 'host'],
  ['PORT', 'port'],
  ['USER', 'user'],
  ['PASSWORD', 'password'],
  ['NAME', 'database'],
]);

/** What the drivers read where they are not told. (postgresql.org, libpq, "Environment Variables") */
const USUAL: Readonly<Record<'postgres' | 'mysql', ServerSettings['parts']>> = {
  postgres: { host: told('PGHOST'), port: told('PGPORT', '5432'), user: told('PGUSER'), password: told('PGPASSWORD') },
  mysql: {},
};

function find(query: FrameworkQuery): ServerSettings[] {
  const files = settingsFiles(query);
  const file = files.find((path) => linesOf(query.snapshot.text(path) ?? '').some(({ text }) => ASSIGNED.test(text)));
  if (file === undefined || files.some((path) => /sqlite/i.test(query.snapshot.text(path) ?? ''))) return [];
  const block = blockOf(linesOf(query.snapshot.text(file) ?? ''));
  return [...byParts(block, file), ...byUrl(block, file, query)].slice(0, 1);
}

/** It may stand under a condition. */
const ASSIGNED = /^\s{0,40}DATABASES\b/;

/** The lines of the assignment, and of those under other conditions, up to the end of their braces. */
function blockOf(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex(({ text }) => ASSIGNED.test(text));
  const isConditional = /^\s/.test(lines[start]?.text ?? '');
  const isInside = (text: string) => isConditional && /^(?:elif|else)\b/.test(text);
  const end = lines.findIndex(({ text }, index) => index > start && /^[^\s#]/.test(text) && !isInside(text));
  return lines.slice(start, end < 0 ? undefined : end).filter(({ text }) => !text.trimStart().startsWith('#'));
}

const KEY = /["'](ENGINE|HOST|PORT|USER|PASSWORD|NAME)["']\s{0,4}:\s{0,4}/g;

function byParts(block: readonly Line[], file: string): ServerSettings[] {
  const fields = block.flatMap(({ text, number }) =>
    [...text.matchAll(KEY)].flatMap(({ 0: key, 1: name = '', index }) => {
      const field = fieldIn(text.slice(index + key.length));
      return field ? [{ name, field, line: number }] : [];
    }),
  );
  const engine = fields.find(({ name }) => name === 'ENGINE');
  const [, kind = ''] = /^django\.db\.backends\.(\w{1,40})$/.exec(engine?.field.value ?? '') ?? [];
  const service = ENGINES.get(kind);
  if (!engine || service === undefined) return [];
  const parts = fields.toReversed().flatMap(({ name, field }): [Part, Field][] => {
    const part = PARTS.get(name);
    return part === undefined || isNothing(field) ? [] : [[part, field]];
  });
  return [
    {
      service,
      parts: { ...USUAL[service], ...Object.fromEntries(parts) },
      url: null,
      isShown: true,
      isLocalhostASocket: service === 'mysql',
      at: { file, line: engine.line },
    },
  ];
}

/** An empty text is what the driver has by itself. */
function isNothing({ value, variable }: Field): boolean {
  return value === '' && variable === null;
}

/** `dj_database_url.config(default="…")`, `env.db("NAME", default="…")`. */
const BY_URL =
  /\b(?:dj_database_url\.config|env\.(?:db|db_url|dj_db_url))\(\s{0,8}(?:(?:env\s{0,4}=\s{0,4})?["']([A-Z_]\w{0,60})["']\s{0,4},?\s{0,4})?(?:default\s{0,4}=\s{0,4}["']([^"'\s]{1,300})["'])?/;

function byUrl(block: readonly Line[], file: string, { draft }: FrameworkQuery): ServerSettings[] {
  const found = firstMatch(block.map(({ text }) => text).join('\n'), BY_URL);
  const at = block[(found?.line ?? 0) - 1];
  if (!found || !at) return [];
  const [, variable = 'DATABASE_URL', value = null] = found.match;
  const isMysql = value === null ? has(draft, /^(?:mysqlclient|pymysql)$/) : value.startsWith('mysql');
  return [
    {
      service: isMysql ? 'mysql' : 'postgres',
      parts: {},
      url: { ...told(variable, value), scheme: isMysql ? 'mysql' : 'postgres' },
      isShown: true,
      at: { file, line: at.number },
    },
  ];
}

function has({ dependencies }: FrameworkQuery['draft'], names: RegExp): boolean {
  return dependencies.some(({ name }) => names.test(name));
}
