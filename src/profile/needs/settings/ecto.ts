import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import { fieldIn } from './field.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { type Field, type Part, type ServerSettings, told, written } from './server-settings.ts';

/** What the repositories of Ecto are told in tests. */
export const ECTO: Framework = { name: 'Ecto', ecosystem: 'elixir', reads: ['**/config/test.exs'], find };

/** `config :app, App.Repo, …`, up to what else is configured. (hexdocs.pm/ecto, "Ecto.Repo", "Shared options") */
const REPOSITORY = /^config :\w{1,60},\s{0,4}\[?[\w.]{0,100}Repo\b/;

const KEY = /(?:^|[\s,[])(hostname|port|username|password|database|url):\s{0,4}/g;

const PARTS: Readonly<Record<string, Part>> = {
  hostname: 'host',
  port: 'port',
  username: 'user',
  password: 'password',
  database: 'database',
};

/** What the drivers read where they are not told. (hexdocs.pm/postgrex and /myxql, "start_link/1") */
const DRIVERS = [
  {
    name: 'postgrex',
    service: 'postgres',
    usual: { host: told('PGHOST', 'localhost'), user: told('PGUSER'), password: told('PGPASSWORD') },
  },
  { name: 'myxql', service: 'mysql', usual: { host: written('localhost'), password: written('') } },
] as const;

function find({ snapshot, draft }: FrameworkQuery): ServerSettings[] {
  const file = joinPath(draft.directory, 'config/test.exs') ?? '';
  const lines = linesOf(snapshot.text(file) ?? '');
  const start = lines.findIndex(({ text }) => REPOSITORY.test(text));
  const driver = DRIVERS.find(({ name }) => draft.dependencies.some((it) => it.name === name));
  if (start < 0 || !driver) return [];
  const end = lines.findIndex(({ text }, index) => index > start && /^\S/.test(text) && !text.startsWith('#'));
  const fields = new Map(lines.slice(start, end < 0 ? undefined : end).flatMap(({ text }) => fieldsOf(text)));
  const parts = [...fields].flatMap(([key, field]) => (PARTS[key] ? [[PARTS[key], field] as const] : []));
  const url = fields.get('url');
  return [
    {
      service: driver.service,
      parts: { ...(url ? {} : driver.usual), ...Object.fromEntries(parts) },
      url: url ? { ...url, scheme: 'ecto' } : null,
      isShown: true,
      at: { file, line: lines[start]?.number ?? 1 },
    },
  ];
}

function fieldsOf(text: string): [string, Field][] {
  return text.trimStart().startsWith('#')
    ? []
    : [...text.matchAll(KEY)].flatMap(({ 0: key, 1: name = '', index }): [string, Field][] => {
        const field = fieldIn(text.slice(index + key.length));
        return field ? [[name, field]] : [];
      });
}
