import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

const SHARED = ['domain', 'workflow', 'secrets'];
const STAGES = ['context', 'profile', 'prompt', 'generate', 'validate', 'deliver', 'record'];

/** Who may import whom, as docs/architecture.md tells. A room is always free to import itself. `line` is run.ts and ladder.ts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  workflow: ['domain'],
  secrets: ['domain'],
  inputs: SHARED,
  clients: ['domain'],
  line: [...SHARED, ...STAGES, 'line'],
  entry: [...SHARED, ...STAGES, 'inputs', 'clients', 'line'],
  ...Object.fromEntries(STAGES.map((room) => [room, SHARED])),
};

/** Modules that reach outside, and the only rooms that may hold them. */
const GUARDED: readonly { readonly module: RegExp; readonly rooms: readonly string[] }[] = [
  { module: /^node:(fs|child_process|worker_threads|net|http|https|os|tls|dns)(\/|$)/, rooms: ['clients'] },
  { module: /^@open-policy-agent\//, rooms: ['clients'] },
  { module: /^@actions\/core$/, rooms: ['entry', 'inputs', 'clients'] },
  { module: /^(@octokit\/|@actions\/github$|@anthropic-ai\/|openai$)/, rooms: ['clients'] },
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = listFiles(source);
const imports = files.flatMap(importsOf);

describe('The architecture', () => {
  it.each(files)('%s lies in a room that docs/architecture.md names', (file) => {
    expect(Object.keys(MAY_IMPORT)).toContain(roomOf(file));
  });

  it('lets no room import another one that the table does not allow', () => {
    const wrong = imports
      .filter(({ to }) => to.startsWith('src/'))
      .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)));
    expect(wrong).toEqual([]);
  });

  it('lets domain import nothing but zod', () => {
    const wrong = imports.filter(
      ({ from, to }) => roomOf(from) === 'domain' && !to.startsWith('src/domain/') && !/^zod(\/|$)/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps everything that reaches outside in the rooms made for it', () => {
    const wrong = imports.filter(({ from, to }) =>
      GUARDED.some(({ module, rooms }) => module.test(to) && !rooms.includes(roomOf(from))),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in inputs/ alone', () => {
    expect(files.filter((file) => roomOf(file) !== 'inputs' && /process\.env\b/.test(textOf(file)))).toEqual([]);
  });

  it('compares no text by locale', () => {
    expect(files.filter((file) => /localeCompare|toLocale|Intl\./.test(textOf(file)))).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle()).toEqual([]);
  });

  it('has no file over 250 lines', () => {
    expect(files.filter((file) => textOf(file).split('\n').length > 251)).toEqual([]);
  });

  it('has no entry over 60 lines', () => {
    expect(files.filter((file) => roomOf(file) === 'entry' && textOf(file).split('\n').length > 61)).toEqual([]);
  });

  it('has no function over 50 lines', () => {
    expect(files.flatMap(longFunctions)).toEqual([]);
  });

  it('has no room for leftovers', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([]);
  });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join('src', name.replaceAll('\\', '/')))
    .sort();
}

function textOf(file: string): string {
  return readFileSync(join(dirname(source), file), 'utf8');
}

function roomOf(file: string): string {
  const [, room = '', ...rest] = file.split('/');
  return rest.length === 0 ? 'line' : room;
}

function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, specifier = '']) => ({ from: file, to: resolveImport(file, specifier) }));
}

function resolveImport(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const absolute = join(dirname(source), posix.dirname(file), specifier);
  return relative(dirname(source), absolute).replaceAll('\\', '/');
}

function findCycle(): string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const cycle = visit(to, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  return files.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
}

/** Top-level function declarations and class methods end at a closing brace of their own indentation, as the formatter puts it. */
function longFunctions(file: string): string[] {
  const lines = textOf(file).split('\n');
  return lines.flatMap((line, start) => {
    const head =
      /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|(?:static |get |override )*(?:async )?([#\w]+)\(.*\{$)/.exec(
        line,
      );
    if (!head || /^\s*(if|for|while|switch|catch|return|await)\b/.test(line)) return [];
    const end = lines.findIndex((other, at) => at > start && other === `${head[1]}}`);
    return end - start > 50 ? [`${file}:${start + 1} ${head[2] ?? head[3]}`] : [];
  });
}
