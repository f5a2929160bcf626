import { describe, expect, it } from 'vitest';
import { go } from '../../../../src/profile/ecosystems/go.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const MODULE = 'module example.com/shop\n\ngo 1.26.2\n\nrequire github.com/lib/pq v1.10.9\n';

describe('A Go module', () => {
  it('is installed, vetted, formatted, tested and built', async () => {
    const unit = await detectOne(go, {
      'go.mod': MODULE,
      'go.sum': '',
      'main.go': '',
      'main_test.go': '',
    });
    expect(typed(unit)).toEqual({
      install: ['go mod download'],
      lint: ['lint: go vet ./...', 'format: gofmt -d .'],
      test: ['go test ./...'],
      build: ['go build ./...'],
    });
    expect(unit).toMatchObject({ directory: '.', manager: 'go', lockfile: 'go.sum' });
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['go.mod:5']);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['main_test.go:1']);
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['go.mod:1']);
  });

  it.each([
    ['go 1.22', '1.22', 'go.mod:3'],
    ['go 1.21\ntoolchain go1.26.5', '1.26.5', 'go.mod:4'],
    ['go 1.21\ntoolchain default', '1.21', 'go.mod:3'],
    ['go 1.21 // the least', '1.21', 'go.mod:3'],
  ])('with %j has the version %s', async (lines, value, line) => {
    const { version } = await detectOne(go, { 'main.go': '', 'go.mod': `module x\n\n${lines}\n` });
    expect([version?.value, ...cited(version)]).toEqual([value, line]);
  });

  it('has the version of a file for it, here or above, before that of go.mod', async () => {
    const own = await detectOne(go, { '.go-version': '# pinned\ngo1.25.3\n', 'api/main.go': '', 'api/go.mod': MODULE });
    expect([own.version?.value, ...cited(own.version)]).toEqual(['1.25.3', '.go-version:2']);
    expect(own.alsoOwns).toEqual(['.go-version']);
    const asdf = await detectOne(go, { '.tool-versions': 'golang 1.24.1\n', 'main.go': '', 'go.mod': MODULE });
    expect(asdf.version?.value).toBe('1.24.1');
  });

  it('has the version of its Dockerfile where it names none', async () => {
    const { version } = await detectOne(go, {
      'main.go': '',
      'go.mod': 'module x\n',
      Dockerfile: 'FROM golang:1.24-alpine\n',
    });
    expect([version?.value, ...cited(version)]).toEqual(['1.24', 'Dockerfile:1']);
  });

  it('is checked for its format by the output of gofmt before Go 1.26, whose gofmt -d never failed', async () => {
    const old = await detectOne(go, { 'main.go': '', 'go.mod': 'module x\n\ngo 1.25.4\n' });
    expect(typed(old).lint).toContain('format: test -z "$(gofmt -l . | tee /dev/stderr)"');
    const unknown = await detectOne(go, { 'main.go': '', 'go.mod': 'module x\n' });
    expect(typed(unknown).lint).toContain('format: test -z "$(gofmt -l . | tee /dev/stderr)"');
  });

  it.each(['vendor/x/x.go', 'testdata/broken.go', 'internal/a/testdata/x.go', 'tools/go.mod'])(
    'with %s is formatted by go fmt, which passes that over',
    async (path) => {
      const { units } = await detect(go, { 'main.go': '', 'go.mod': MODULE, [path]: 'module tools\n' });
      expect(typed(units[0] ?? (await detectOne(go, {}))).lint).toContain(
        'format: test -z "$(go fmt ./... | tee /dev/stderr)"',
      );
    },
  );

  it.each(['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'])(
    'with %s is linted by golangci-lint alone',
    async (name) => {
      const unit = await detectOne(go, { [name]: '', 'api/main.go': '', 'api/go.mod': MODULE });
      expect(unit.commands.lint.map(({ run, directory }) => [run, directory])).toEqual([['golangci-lint run', 'api']]);
      expect(cited(unit.commands.lint[0] ?? null)).toEqual([`${name}:1`]);
    },
  );

  it('that is vendored, or requires nothing, is not installed', async () => {
    expect(typed(await detectOne(go, { 'main.go': '', 'go.mod': MODULE, 'vendor/modules.txt': '' })).install).toEqual(
      [],
    );
    expect(typed(await detectOne(go, { 'main.go': '', 'go.mod': 'module x\n' })).install).toEqual([]);
  });

  it('has the tests of its own folders, not those of a module inside', async () => {
    const { units } = await detect(go, {
      'main.go': '',
      'go.mod': 'module a\n',
      'b/main.go': '',
      'b/go.mod': 'module b\n',
      'b/x_test.go': '',
    });
    expect(units.map((unit) => [unit.directory, typed(unit).test])).toEqual([
      ['b', ['go test ./...']],
      ['.', []],
    ]);
  });

  it('names what it requires by itself, in lower case', async () => {
    const unit = await detectOne(go, {
      'main.go': '',
      'go.mod':
        'module x\n\nrequire (\n\tgithub.com/A/B/v2 v2.1.0\n\tgithub.com/c/d v1.0.0 // indirect\n)\n\nrequire github.com/e/f v0.1.0 // why\n',
    });
    expect(unit.dependencies).toEqual([
      { name: 'github.com/a/b/v2', file: 'go.mod', line: 4 },
      { name: 'github.com/e/f', file: 'go.mod', line: 8 },
    ]);
  });

  it('is built from the folders that it puts in the place of others', async () => {
    const { units } = await detect(go, {
      'api/main.go': '',
      'api/go.mod':
        'module x/api\n\nreplace (\n\tx/lib => ../lib\n\tx/far => example.com/far v1.0.0\n)\n\nreplace x/own => ./own\n',
      'lib/main.go': '',
      'lib/go.mod': 'module x/lib\n',
    });
    expect(units[0]?.dependsOn).toEqual(['lib', 'api/own']);
  });

  it('that names no module is a warning, and the others go on', async () => {
    const { units, warnings } = await detect(go, {
      'a/main.go': '',
      'a/go.mod': 'go 1.26\n',
      'b/main.go': '',
      'b/go.mod': 'module b\n',
    });
    expect(units.map(({ directory }) => directory)).toEqual(['b']);
    expect(warnings).toEqual([{ file: 'a/go.mod', line: 1, message: 'it names no module, so it is left out.' }]);
  });
});

describe('A Go workspace', () => {
  it('makes its modules owners of its file, built from each other', async () => {
    const { units } = await detect(go, {
      'go.work': 'go 1.26\n\nuse (\n\t./api // main\n\t./lib\n)\nuse ./tools\n',
      'go.work.sum': '',
      'api/main.go': '',
      'api/go.mod': 'module x/api\n\nrequire x/lib v0.0.0\n',
      'lib/main.go': '',
      'lib/go.mod': 'module x/lib\n',
      'tools/main.go': '',
      'tools/go.mod': 'module x/tools\n',
      'other/main.go': '',
      'other/go.mod': 'module x/other\n',
    });
    expect(units.map(({ directory, alsoOwns, dependsOn }) => [directory, alsoOwns, dependsOn])).toEqual([
      ['api', ['go.work', 'go.work.sum'], ['lib']],
      ['lib', ['go.work', 'go.work.sum'], []],
      ['other', [], []],
      ['tools', ['go.work', 'go.work.sum'], []],
    ]);
  });
});

describe('Go programs without a module', () => {
  it('are a warning, once for all folders', async () => {
    const { units, warnings } = await detect(go, {
      'a/main.go': '',
      'a/b/c.go': '',
      'd/main.go': '',
      'm/main.go': '',
      'm/go.mod': 'module m\n',
      'm/x.go': '',
    });
    expect(units).toHaveLength(1);
    expect(warnings).toEqual([
      { file: 'a/main.go', line: 1, message: 'no go.mod at or above it (nor of 1 more folder), so it is no unit.' },
    ]);
  });
});
