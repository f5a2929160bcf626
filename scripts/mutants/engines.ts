import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Mutant } from './mutant.ts';

const LIST = 'src/validate/engines.ts';
const NAMES = 'src/domain/report.ts';

/** Every engine of `src/validate/engines/`, found by listing: out of the list, out of the report as well, and there without a word. */
export function engineMutants(root: string): Mutant[] {
  const engines = readdirSync(join(root, 'src/validate/engines'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'))
    .sort();
  const list = readFileSync(join(root, LIST), 'utf8');
  const names = readFileSync(join(root, NAMES), 'utf8');
  return engines.flatMap((engine): Mutant[] => {
    const of = `engine ${engine}`;
    const without = withList(list, `ALL.filter(({ name }) => name !== '${engine}')`);
    return [
      { of, kind: 'deleted', what: 'not in the list of engines', changes: { [LIST]: without } },
      {
        of,
        kind: 'deleted',
        what: 'neither in the list nor in the report',
        changes: { [LIST]: without, [NAMES]: withoutName(names, engine) },
      },
      { of, kind: 'silenced', what: 'finds nothing', changes: { [LIST]: withList(list, silent(engine)) } },
    ];
  });
}

const HEAD = 'export const ENGINES: readonly EngineEntry[] = ';

function withList(source: string, engines: string): string {
  if (!source.includes(HEAD)) throw new Error(`${LIST} does not declare its list as \`${HEAD.trim()}\` any more.`);
  return `${source.replace(HEAD, 'const ALL: readonly EngineEntry[] = ')}\n${HEAD}${engines};\n`;
}

function silent(engine: string): string {
  return `ALL.map((entry) => entry.name !== '${engine}' ? entry : {
  ...entry,
  load: (parts) => entry.load(parts).map(async (loading) => ({ ...(await loading), judge: () => [] })),
})`;
}

function withoutName(source: string, engine: string): string {
  const without = source.replace(new RegExp(`(ENGINE_NAMES = \\[[^\\]]*)'${engine}',? ?`), '$1');
  if (without === source) throw new Error(`${NAMES} does not name the engine ${engine}.`);
  return without;
}
