import { describe, expect, it } from 'vitest';
import { ECOSYSTEM_LIST, ecosystemsIn } from '../../src/profile/ecosystems.ts';
import { profileRepository } from '../../src/profile/profile.ts';
import { takeSnapshot } from '../../src/profile/take-snapshot.ts';
import { memoryTree } from '../fakes/memory-tree.ts';
import { profiled, warned } from './profiled.ts';

const GO = 'module x\n\ngo 1.26\n';

describe('A profile', () => {
  it('of nothing is empty', async () => {
    expect(await profiled({})).toEqual({ units: [], services: [], tasks: [], ignored: [], warnings: [] });
    expect(await profiled({ LICENSE: 'MIT', 'README.md': '# hello' })).toEqual({
      units: [],
      services: [],
      tasks: [],
      ignored: [],
      warnings: [],
    });
  });

  it('lists units by folder and ecosystem, and services by name', async () => {
    const { units, services } = await profiled({
      'b/main.go': '',
      'b/go.mod': GO,
      'a/package.json': '{"name": "a", "scripts": {"build": "make"}}',
      'a/main.go': '',
      'a/go.mod': GO,
      'package.json': '{"name": "root", "scripts": {"build": "make"}}',
      'z/Dockerfile': 'FROM a\n',
      'm/Dockerfile': 'FROM a\n',
    });
    expect(units.map(({ directory, ecosystem }) => `${directory} ${ecosystem}`)).toEqual([
      '. node',
      'a go',
      'a node',
      'b go',
    ]);
    expect(services.map(({ name }) => name)).toEqual(['m', 'z']);
  });

  it('looks into examples only where there is nothing else', async () => {
    const example = { 'examples/shop/main.go': '', 'examples/shop/go.mod': GO, 'examples/shop/Dockerfile': 'FROM a\n' };
    expect((await profiled(example)).units.map(({ directory }) => directory)).toEqual(['examples/shop']);
    const { units, services } = await profiled({ ...example, 'main.go': '', 'go.mod': GO });
    expect([units.map(({ directory }) => directory), services]).toEqual([['.'], []]);
  });

  it('has every value from a line that is there', async () => {
    const files = {
      'go.mod': `${GO}\nrequire github.com/lib/pq v1.0.0\n`,
      'main.go': 'http.ListenAndServe(":8080", nil)\nmux.HandleFunc("/healthz", h)\n',
      'main_test.go': '',
      Dockerfile: 'FROM alpine\nCOPY . .\nUSER app\n',
      'compose.yaml': 'services:\n  x:\n    build: .\n    depends_on: [db]\n  db:\n    image: postgres:17\n',
    };
    const { units, services } = await profiled(files);
    const [unit] = units;
    const [service] = services;
    const all = [
      ...Object.values(unit?.commands ?? {}).flat(),
      ...(unit?.needs ?? []),
      unit?.version,
      service?.image,
      ...(service?.ports ?? []),
      service?.user,
      service?.health,
    ];
    expect(all).toHaveLength(11);
    for (const value of all) {
      expect(value?.because.length).toBeGreaterThan(0);
      for (const { file, line, excerpt } of value?.because ?? []) {
        const text = files[file as keyof typeof files].split('\n')[line - 1];
        expect(text).toBeDefined();
        expect(excerpt ?? '').toBe(text?.trim());
      }
    }
  });

  it('is the same in whatever order the tree lists its files', async () => {
    const files = {
      'b/main.go': '',
      'b/go.mod': GO,
      'a/main.go': '',
      'a/go.mod': GO,
      'a/Dockerfile': 'FROM a\nEXPOSE 1\n',
      'compose.yaml': 'services: {}',
    };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(JSON.stringify(await profiled(reversed))).toBe(JSON.stringify(await profiled(files)));
  });

  it('names links and submodules that it leaves out', async () => {
    const { ignored } = await profiled({
      'main.go': '',
      'go.mod': { link: '../x' },
      Dockerfile: { link: 'x' },
      libs: { submodule: true },
      a: { link: 'b' },
    });
    expect(ignored).toEqual([
      { path: 'Dockerfile', why: 'a symbolic link, which is not followed' },
      { path: 'go.mod', why: 'a symbolic link, which is not followed' },
      { path: 'libs', why: 'a git submodule: a repository of its own' },
    ]);
  });

  it('says a warning once, in the order of files and lines', async () => {
    const broken = {
      'b/compose.yaml': '[',
      'a/package.json': '{',
      'a/Dockerfile': 'RUN x',
      'ok/main.go': '',
      'ok/go.mod': GO,
    };
    const { warnings, units } = await profiled(broken);
    expect(units.map(({ directory }) => directory)).toEqual(['ok']);
    expect(warnings.map(({ file }) => file)).toEqual(['a/Dockerfile', 'a/package.json', 'b/compose.yaml']);
  });

  it('is made of the rest where one manifest is too large', async () => {
    const { units, warnings } = await profiled({
      'a/package.json': `{"x": "${'x'.repeat(1_000_000)}"}`,
      'b/main.go': '',
      'b/go.mod': GO,
    });
    expect(units.map(({ directory }) => directory)).toEqual(['b']);
    expect(warned({ warnings })).toEqual([
      'a/package.json:1: it has 1000009 bytes; at most 1000000 are read, so nothing in it is known.',
    ]);
  });

  it('is made of the rest where one manifest is no text', async () => {
    const { units, warnings } = await profiled({
      'a/go.mod': new Uint8Array([0xff, 0xfe, 0x00]),
      'b/main.go': '',
      'b/go.mod': GO,
    });
    expect(units.map(({ directory }) => directory)).toEqual(['b']);
    expect(warnings.map(({ file, line }) => `${file}:${line}`)).toEqual(['a/go.mod:1']);
  });

  it('reads CRLF, a byte-order mark and UTF-16 as it reads anything else', async () => {
    const plain = 'module x\n\ngo 1.26\n\nrequire a.b/c v1.0.0\n';
    const crlf = await profiled({ 'main.go': '', 'go.mod': plain.replaceAll('\n', '\r\n') });
    const marked = await profiled({ 'main.go': '', 'go.mod': `\ufeff${plain}` });
    const wide = await profiled({ 'main.go': '', 'go.mod': new Uint8Array(Buffer.from(`\ufeff${plain}`, 'utf16le')) });
    const expected = await profiled({ 'main.go': '', 'go.mod': plain });
    expect([crlf, marked, wide]).toEqual([expected, expected, expected]);
  });

  it('knows folders by names with newlines and quotes', async () => {
    const name = 'a "b"\n\'c\'';
    const { units, services } = await profiled({
      [`${name}/main.go`]: '',
      [`${name}/go.mod`]: GO,
      [`${name}/Dockerfile`]: 'FROM a\nCOPY go.mod ./\n',
    });
    expect(units[0]?.directory).toBe(name);
    expect(services[0]?.image.dockerfile).toBe(`${name}/Dockerfile`);
  });

  it('takes one unit for each folder, ecosystem and manager', async () => {
    const { units } = await profiled({ 'main.go': '', 'go.mod': GO, 'Go.mod': GO });
    expect(units).toHaveLength(1);
  });

  it('of a few hundred files takes well under 100 milliseconds once it is loaded', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        [`s${n}/go.mod`, GO],
        [`s${n}/main.go`, 'http.ListenAndServe(":8080", nil)\n'.repeat(20)],
        [
          `s${n}/Dockerfile`,
          'FROM golang:1.26 AS build\nCOPY . .\nRUN go build\nFROM scratch\nCOPY --from=build /x /x\nEXPOSE 80\n',
        ],
        ...Array.from({ length: 8 }, (__, m) => [`s${n}/internal/f${m}.go`, 'package x\n'] as const),
      ]).flat(),
    );
    const tree = memoryTree(files);
    await profileRepository(tree);
    const { services } = await profileRepository(tree);
    expect(services).toHaveLength(40);
  });
});

describe('The list of ecosystems', () => {
  it('names each one once, by its marks, and what each one reads', () => {
    expect(new Set(ECOSYSTEM_LIST.map(({ name }) => name)).size).toBe(ECOSYSTEM_LIST.length);
    for (const { name, marks, ecosystem } of ECOSYSTEM_LIST) {
      expect(ecosystem.name).toBe(name);
      expect(ecosystem.reads.length).toBeGreaterThan(0);
      expect(marks.filter((mark) => !/^(\*\.\w+|[\w.-]+)$/.test(mark))).toEqual([]);
    }
  });

  it('is asked for those alone of which a file tells, in any folder and by its ending too', () => {
    const shown = (...paths: string[]) => ecosystemsIn(paths).map(({ name }) => name);
    expect(shown('README.md', 'docs/mod.go.md')).toEqual([]);
    expect(shown('a/b/Cargo.toml', 'x.go')).toEqual(['go', 'rust']);
    expect(shown('settings.gradle.kts')).toEqual(['java']);
  });

  it('finds nothing where there is no mark, whatever else is read', async () => {
    const { value } = await takeSnapshot(memoryTree({ Makefile: 'test:\n\tgo test\n', 'tox.ini': '[tox]' }), ['**']);
    for (const { ecosystem } of ECOSYSTEM_LIST) expect(ecosystem.detect(value)).toEqual({ units: [], warnings: [] });
  });
});
