import { firstMatch, type Line, linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { type ServerSettings, told } from './server-settings.ts';

/** What an application of Rails is told of its servers. What is in DATABASE_URL comes before what config/database.yml says. (guides.rubyonrails.org, "Configuring a Database") */
export const RAILS: Framework = {
  name: 'Rails',
  ecosystem: 'ruby',
  reads: ['**/config/{database,cable}.yml', '**/config/initializers/{redis,sidekiq}.rb'],
  find: (query) => [...databases(query), ...redis(query)],
};

const ADAPTER = /^\s{0,20}adapter:\s{0,4}["']?(\w{1,20})/;

/** The adapters, which are the schemes of their addresses, too. */
const ADAPTERS: ReadonlyMap<string, readonly [service: ServerSettings['service'], scheme: string]> = new Map([
  ['postgresql', ['postgres', 'postgres']],
  ['mysql2', ['mysql', 'mysql2']],
  ['trilogy', ['mysql', 'trilogy']],
]);

function databases({ snapshot, draft }: FrameworkQuery): ServerSettings[] {
  const file = joinPath(draft.directory, 'config/database.yml') ?? '';
  const lines = linesOf(snapshot.text(file) ?? '');
  const adapters = (some: readonly Line[]) =>
    some.flatMap(({ text, number: line }) => (ADAPTER.exec(text) ?? []).slice(1).map((name) => ({ name, line })));
  const [adapter] = [...adapters(sectionOf(lines, 'test')), ...adapters(lines)];
  const [service, scheme = ''] = (adapter && ADAPTERS.get(adapter.name)) ?? [];
  if (!adapter || service === undefined) return [];
  return [
    { service, parts: {}, url: { ...told('DATABASE_URL'), scheme }, isShown: true, at: { file, line: adapter.line } },
  ];
}

/** What stands below a key of the file. */
function sectionOf(lines: readonly Line[], name: string): readonly Line[] {
  const start = lines.findIndex(({ text }) => text.startsWith(`${name}:`));
  const end = lines.findIndex(({ text }, index) => index > start && /^[^\s#]/.test(text));
  return start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end);
}

/** That something reads the address shows no server yet. */
function redis({ snapshot, draft }: FrameworkQuery): ServerSettings[] {
  for (const name of ['config/cable.yml', 'config/initializers/redis.rb', 'config/initializers/sidekiq.rb']) {
    const file = joinPath(draft.directory, name) ?? name;
    const read = firstMatch(snapshot.text(file) ?? '', /\bREDIS_URL\b/);
    const url = { ...told('REDIS_URL'), scheme: 'redis' };
    if (read) return [{ service: 'redis', parts: {}, url, isShown: false, at: { file, line: read.line } }];
  }
  return [];
}
