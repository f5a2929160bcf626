import { describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';

const SDKS = ['@anthropic-ai/sdk', 'openai'];

const programs = new Map<string, ReturnType<typeof bundle>>();
for (const name of ['cli', 'action', 'validate-action', 'engines', 'models'])
  programs.set(name, bundle(name, '/nowhere'));

async function made(name: string) {
  const program = await programs.get(name);
  if (program === undefined) throw new Error(name);
  return program;
}

describe('Without a model', () => {
  it.each(['cli', 'action', 'validate-action', 'engines'])(
    'nothing of a provider’s SDK is in the program %s',
    async (program) => {
      const { packages } = await made(program);
      expect(packages.filter((name) => SDKS.includes(name))).toEqual([]);
    },
  );

  it.each(['cli', 'action'])('%s loads nothing of what asks a model, all commands taken together', async (program) => {
    const { files } = await made(program);
    const asking = files.filter(({ text }) => text.includes('models.js')).map(({ path }) => nameOf(path));
    expect(asking).toHaveLength(1);
    const started = files.map(({ path }) => nameOf(path)).filter((name) => STARTED.test(name));
    expect(started.length).toBeGreaterThanOrEqual(3);
    expect(loadedBy(started, files)).not.toContain(asking[0]);
  });
});

/** What is loaded for every command, whatever it does: all else waits for its reason. */
const STARTED = /^(cli|action|main|generate|request|proposal|finish)[-.]/;

type Files = Awaited<ReturnType<typeof bundle>>['files'];

/** Those files, and what they cannot do without. */
function loadedBy(names: readonly string[], files: Files): readonly string[] {
  const needed = files
    .filter(({ path }) => names.includes(nameOf(path)))
    .flatMap(({ text }) => [...text.matchAll(/\b(?:from|import)\s*"([^"]+\.js)"/g)])
    .map(([, path = '']) => nameOf(path));
  const all = [...new Set([...names, ...needed])];
  return all.length === names.length ? all : loadedBy(all, files);
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '');
}

describe('The thread of a model', () => {
  it('loads neither SDK before it knows which', async () => {
    const { files, packages } = await made('models');
    expect(packages).toEqual(expect.arrayContaining(SDKS));
    const program = files.find(({ path }) => path.endsWith('/models.js'));
    expect(program?.text.length).toBeLessThan(10_000);
    expect(program?.text).toMatch(/import\("\.\/chunks\/anthropic-\w+\.js"\).*import\("\.\/chunks\/openai-\w+\.js"\)/s);
  });
});
