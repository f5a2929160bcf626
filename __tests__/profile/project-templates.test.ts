import { describe, expect, it } from 'vitest';
import { profiled, warned } from './profiled.ts';

const OWN = { 'go.mod': 'module example.com/shop\n', 'main.go': 'package main\n' };

describe('A project whose name is filled in when others are made of it', () => {
  it.each([
    ['pyproject.toml', '[project]\nname = "{{ .PluginName }}"\n', 2],
    ['package.json', '{\n  "name": "{{name}}",\n  "scripts": { "build": "tsc" }\n}\n', 2],
    ['package.json', '{\n  "name": "<%= name %>",\n  "scripts": { "build": "tsc" }\n}\n', 2],
    ['Cargo.toml', '[package]\nname = "{{project-name}}"\n', 2],
    ['go.mod', 'module {{ .Module }}\n', 1],
    ['pom.xml', '<project>\n<artifactId>{{ name }}</artifactId>\n</project>\n', 2],
  ])('is no unit: %s', async (name, text, line) => {
    const found = await profiled({
      ...OWN,
      [`init/python/${name}`]: text,
      'init/python/main.py': '',
      'init/python/main.go': 'package main\n',
    });
    expect(found.units.map(({ directory }) => directory)).toEqual(['.']);
    expect(warned(found)).toEqual([
      `init/python/${name}:${line}: its name is filled in when a project is made of it; it is left out.`,
    ]);
  });

  it('is one where something else is filled in', async () => {
    const text = '{\n  "name": "page",\n  "description": "shows {{ name }}",\n  "scripts": { "build": "tsc" }\n}\n';
    const found = await profiled({ ...OWN, 'web/package.json': text });
    expect(found.units.map(({ directory }) => directory)).toEqual(['.', 'web']);
  });
});

describe('A package among the sources of another one', () => {
  const generator = (name: string, folder: string) => ({
    'gen/package.json': '{ "name": "generator", "scripts": { "build": "tsc" } }\n',
    [`${folder}/package.json`]: `{\n  "name": "${name}",\n  "scripts": { "build": "nest build" }\n}\n`,
  });
  const folders = async (name: string, folder: string) =>
    (await profiled({ ...OWN, ...generator(name, folder) })).units.map(({ directory }) => directory);

  it('is no unit where it calls itself a template', async () => {
    expect(await folders('server-template', 'gen/src/server')).toEqual(['.', 'gen']);
    expect(await folders('@acme/template', 'gen/src/a/server')).toEqual(['.', 'gen']);
  });

  it('is one where it does not, or lies elsewhere', async () => {
    expect(await folders('server', 'gen/src/server')).toContain('gen/src/server');
    expect(await folders('server-template', 'server')).toContain('server');
    expect(await folders('server-template', 'src/server')).toContain('src/server');
    expect(await folders('server-template', 'gen/src')).toContain('gen/src');
  });
});
