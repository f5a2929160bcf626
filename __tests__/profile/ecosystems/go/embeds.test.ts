import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, profiled } from '../../profiled.ts';

const MODULE: MemoryFiles = { 'go.mod': 'module example.com/shop\n\ngo 1.25.0\n', 'main.go': 'package main\n' };

async function standIns(files: MemoryFiles) {
  const { units } = await profiled({ ...MODULE, ...files });
  const install = units.find(({ ecosystem }) => ecosystem === 'go')?.commands.install ?? [];
  return install.filter(({ run }) => run.startsWith('mkdir'));
}

const embedding = (pattern: string, before = '') =>
  `${before}package ui\n\n//go:embed ${pattern}\nvar files embed.FS\n`;

describe('What a module of Go embeds', () => {
  it.each([
    ['what a folder holds', 'build/*', 'mkdir -p ui/build && touch ui/build/index.html'],
    ['a folder', 'all:dist', 'mkdir -p ui/dist && touch ui/dist/index.html'],
    ['a file', '"dist/app.js"', 'mkdir -p ui/dist && touch ui/dist/app.js'],
  ])('is stood in for where no checkout has it, with the line: %s', async (_, pattern, run) => {
    const [found, ...more] = await standIns({ 'ui/package.json': '{}', 'ui/serve.go': embedding(pattern) });
    expect([found?.run, found?.directory, found && linesOf(found)]).toEqual([run, '.', ['ui/serve.go:3']]);
    expect(more).toEqual([]);
    expect(await standIns({ 'ui/embed.go': embedding(pattern) })).toHaveLength(1);
    expect(await standIns({ 'ui/embed.go': embedding(pattern, '//go:build !external\n\n') })).toHaveLength(1);
    expect(await standIns({ 'ui/serve.go': embedding(pattern) })).toEqual([]);
  });

  it.each([
    ['by its path', { '.gitignore': 'bin\nui/dist/\n' }],
    ['with all that is in it', { '.gitignore': '/ui/dist/*\n' }],
    ['beside it', { 'ui/.gitignore': 'dist/\n' }],
  ])('is stood in for where git is told to ignore it, %s', async (_, ignored) => {
    const files = { 'ui/serve.go': embedding('dist').replace('//go:embed', '\t//go:embed') };
    expect(await standIns({ ...files, ...ignored })).toMatchObject([
      { run: 'mkdir -p ui/dist && touch ui/dist/index.html' },
    ]);
    expect(await standIns({ ...files, '.gitignore': '!ui/dist/\nother/dist/\n**/dist/\n' })).toEqual([]);
  });

  it('is stood in for once, and in the folder of its own module', async () => {
    const files = { 'api/go.mod': 'module example.com/api\n', 'api/main.go': 'package main\n' };
    const { units } = await profiled({ ...MODULE, ...files, 'api/web/embed.go': embedding('dist dist') });
    const runs = units.flatMap(({ commands: { install } }) => install.filter(({ run }) => run.startsWith('mkdir')));
    expect(runs).toMatchObject([{ run: 'mkdir -p web/dist && touch web/dist/index.html', directory: 'api' }]);
  });

  it.each<[string, MemoryFiles]>([
    ['is there', { 'ui/embed.go': embedding('dist/*'), 'ui/dist/.gitkeep': '' }],
    ['is a file that is there', { 'ui/embed.go': embedding('index.html'), 'ui/index.html': '' }],
    ['some builds alone have', { 'ui/embed.go': embedding('dist', '//go:build embedded\n\n') }],
    ['a comment has', { 'ui/embed.go': '/*\n//go:embed dist\n*/\npackage ui\n' }],
    ['a text has', { 'ui/embed.go': 'package ui\n\nconst a = `\n\t//go:embed dist\n`\n' }],
    ['tests alone have', { 'ui/embed_test.go': embedding('dist') }],
    ['no plain pattern names', { 'ui/embed.go': embedding('[a-z]*/$(x) ../dist dist;ls') }],
  ])('is left alone where %s', async (_, files) => {
    expect(await standIns(files)).toEqual([]);
  });

  it('is not there where a named folder holds nothing but hidden files', async () => {
    const hidden = { 'ui/dist/.gitkeep': '' };
    expect(await standIns({ ...hidden, 'ui/embed.go': embedding('dist') })).toHaveLength(1);
    expect(await standIns({ ...hidden, 'ui/embed.go': embedding('all:dist') })).toEqual([]);
  });
});
