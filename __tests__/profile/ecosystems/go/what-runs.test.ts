import { describe, expect, it } from 'vitest';
import { go } from '../../../../src/profile/ecosystems/go.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const MODULE = 'module example.com/shop\n\ngo 1.26.2\n\nrequire github.com/lib/pq v1.10.9\n';
const MAIN = 'package main\n';

describe('A Go module', () => {
  it('without a source is no unit', async () => {
    expect((await detect(go, { 'site/go.mod': MODULE, 'site/hugo.toml': '' })).units).toEqual([]);
    expect((await detect(go, { 'go.mod': MODULE, 'testdata/x.go': '', '_drafts/y.go': '' })).units).toEqual([]);
  });

  it('that lists tools alone has nothing to check: go vet and golangci-lint fail where there is no package', async () => {
    const tools = '//go:build tools\n\npackage tools\n\nimport _ "example.com/tool"\n';
    const unit = await detectOne(go, { 'tools/go.mod': MODULE, 'tools/tools.go': tools, '.golangci.yml': '' });
    expect(typed(unit)).toEqual({ install: ['go mod download'], lint: [], test: [], build: [] });
  });

  it('whose generated packages are not committed is checked for its format alone, and said', async () => {
    const files = {
      'go.mod': MODULE,
      'cmd/server.go': 'package main\n\nimport (\n\t"fmt"\n\n\tpb "example.com/shop/gen/proto"\n)\n\nfunc main() {}\n',
      'api/api_test.go': '',
    };
    const { units, warnings } = await detect(go, files);
    expect(units.map(typed)).toEqual([
      { install: ['go mod download'], lint: ['format: gofmt -d .'], test: [], build: [] },
    ]);
    expect(warnings.map(({ file, line }) => `${file}:${line}`)).toEqual(['cmd/server.go:6']);
    const made = await detectOne(go, { ...files, 'gen/proto/shop.pb.go': '' });
    expect(typed(made).build).toEqual(['go build ./...']);
  });

  it('may import what another module of a longer name brings', async () => {
    const unit = await detectOne(go, {
      'go.mod': `${MODULE}require example.com/shop/api v1.0.0\n`,
      'main.go': 'package main\n\nimport "example.com/shop/api/v1"\n',
    });
    expect(typed(unit).build).toEqual(['go build ./...']);
  });
});

describe('The tests of a Go module', () => {
  const files = { 'go.mod': MODULE, 'main.go': MAIN, 'cart/cart_test.go': '', 'test/e2e/pay_test.go': 'package e2e\n' };

  it('are run without those of a running system, which is said', async () => {
    const { units, warnings } = await detect(go, { ...files, 'test/integration-tests/a/x_test.go': '' });
    expect(units.flatMap((unit) => typed(unit).test)).toEqual([
      "go list ./... | grep -vE '/(e2e|integration-tests)(/|$)' | xargs go test",
    ]);
    expect(warnings.map(({ file }) => file)).toEqual(['test/e2e/pay_test.go']);
  });

  it('are none of a package whose every test is named for that', async () => {
    const named = { 'go.mod': MODULE, 'main.go': MAIN, 'shop/tests/e2e_test.go': 'package tests\n' };
    const { units, warnings } = await detect(go, named);
    expect(units.flatMap((unit) => typed(unit).test)).toEqual([]);
    expect(warnings.map(({ file }) => file)).toEqual(['shop/tests/e2e_test.go']);
    const others = await detectOne(go, { ...named, 'shop/pay_test.go': '' });
    expect(typed(others).test).toEqual(["go list ./... | grep -vE '/shop/tests(/|$)' | xargs go test"]);
    const mixed = await detectOne(go, { ...named, 'shop/tests/pay_test.go': '' });
    expect(typed(mixed).test).toEqual(['go test ./...']);
    expect(typed(await detectOne(go, { 'go.mod': MODULE, 'main.go': MAIN, 'e2e_test.go': '' })).test).toEqual([
      'go test ./...',
    ]);
  });

  it('are not run where all of them make what they test in a cloud, which is said', async () => {
    const cloud =
      'package test\n\nimport (\n\t"github.com/gruntwork-io/terratest/modules/terraform"\n)\n\nfunc TestExample(t *testing.T) {}\n';
    const of = (more: Record<string, string>) =>
      detect(go, { 'test/src/go.mod': MODULE, 'test/src/example_test.go': cloud, ...more });
    const { units, warnings } = await of({ 'test/src/set_up_test.go': 'package test\n\nfunc setUp() {}\n' });
    expect(units.flatMap((unit) => typed(unit).test)).toEqual([]);
    expect(warnings).toMatchObject([{ file: 'test/src/example_test.go', line: 1 }]);
    const plain = { 'test/src/other_test.go': 'package test\n\nfunc TestOther(t *testing.T) {}\n' };
    expect((await of(plain)).units.flatMap((unit) => typed(unit).test)).toEqual(['go test ./...']);
    const charts = { 'test/src/example_test.go': cloud.replace('modules/terraform', 'modules/helm') };
    expect((await of(charts)).units.flatMap((unit) => typed(unit).test)).toEqual(['go test ./...']);
  });

  it('are all run where a build constraint keeps those apart', async () => {
    const tagged = '// Copyright\n\n//go:build e2e\n\npackage e2e\n';
    expect(typed(await detectOne(go, { ...files, 'test/e2e/pay_test.go': tagged })).test).toEqual(['go test ./...']);
    const { 'test/e2e/pay_test.go': _, ...plain } = files;
    expect(typed(await detectOne(go, { ...plain, 'cart/tests/pay_e2e_test.go': tagged })).test).toEqual([
      'go test ./...',
    ]);
    const system = '//go:build linux\n\npackage e2e\n';
    expect(typed(await detectOne(go, { ...files, 'test/e2e/pay_test.go': system })).test).not.toEqual([
      'go test ./...',
    ]);
  });

  it.each([
    ['Makefile', 'test:\n\t$(GO) test -race ./...\n', ''],
    ['.github/workflows/ci.yml', '      - run: go test -v ./...\n', ''],
    ['justfile', 'go-test:\n  gotestsum -- -race ./...\n', ' -race'],
  ])('are all run where %s does so', async (file, text, flags) => {
    const unit = await detectOne(go, { ...files, [file]: text });
    expect(typed(unit).test).toEqual([`go test${flags} ./...`]);
    expect(cited(unit.commands.test[0] ?? null)[1]).toContain(file);
  });

  it.each(['# go test ./...\n', 'go build ./...\n', 'go test ./cart/...\n', 'go list ./... | grep -v e2e\n'])(
    'are not all run for %j',
    async (text) => {
      const unit = await detectOne(go, { ...files, Makefile: `test:\n\t${text}` });
      expect(typed(unit).test).not.toEqual(['go test ./...']);
    },
  );

  it('are not all run for what the Makefile of another module does', async () => {
    const { units } = await detect(go, {
      ...files,
      'web/go.mod': 'module web\n',
      'web/main.go': MAIN,
      'web/Makefile': 'test:\n\tgo test ./...\n',
    });
    expect(units.flatMap((unit) => typed(unit).test)).toEqual(["go list ./... | grep -vE '/e2e(/|$)' | xargs go test"]);
  });

  it('are all run where a pipeline, or a task of people, does so in the folder of the module', async () => {
    const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`server/${path}`, text]));
    const Makefile = 'server-test:\n\tcd server; go test -race ./...\n';
    const workflow = 'on: push\njobs:\n  a:\n    steps:\n      - run: make server-test\n';
    const started = { ...below, Makefile, '.github/workflows/ci.yml': workflow };
    expect(typed(await detectOne(go, started)).test).toEqual(['go test -race ./...']);
    const part = { ...started, Makefile: Makefile.replace('./...', './cart/...') };
    expect(typed(await detectOne(go, part)).test).not.toEqual(['go test ./...']);
  });

  it('of a module that is nothing but such tests are left out', async () => {
    const { units, warnings } = await detect(go, {
      'test/integration/go.mod': MODULE,
      'test/integration/a_test.go': 'package a\n',
    });
    expect(units.map((unit) => typed(unit).test)).toEqual([[]]);
    expect(warnings).toHaveLength(1);
  });
});

describe('golangci-lint', () => {
  const files = { 'go.mod': MODULE, 'main.go': MAIN };
  const pinned = async (more: Record<string, string>) => {
    const { versions } = await detectOne(go, { ...files, ...more });
    return versions.map((version) => [version.tool, version.value, ...cited(version)]);
  };
  const NEW = { '.golangci.yml': 'linters: {}\nversion: "2"\n' };

  it('is of the version that reads its configuration', async () => {
    expect(await pinned(NEW)).toEqual([['golangci-lint', '2', '.golangci.yml:2']]);
    expect(await pinned({ '.golangci.yaml': 'linters: {}\n' })).toEqual([['golangci-lint', '1', '.golangci.yaml:1']]);
    expect(await pinned({ '.golangci.toml': 'version = "2"\n' })).toEqual([['golangci-lint', '2', '.golangci.toml:1']]);
    expect(await pinned({ '.golangci.json': '{\n  "version": "2"\n}' })).toEqual([
      ['golangci-lint', '2', '.golangci.json:2'],
    ]);
  });

  it.each([
    ['Makefile', 'GOLANGCI_LINT_VERSION ?= v2.11.4\n', '2.11.4', 1],
    ['Makefile', 'lint:\n\tgo run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.1.6 run\n', '2.1.6', 2],
    ['scripts/lint.sh', 'curl -L https://x/golangci-lint/install.sh | sh -s -- -b /bin v2.3.0\n', '2.3.0', 1],
    ['.tool-versions', 'golangci-lint 2.4.0\n', '2.4.0', 1],
    [
      '.github/workflows/ci.yml',
      '      - uses: golangci/golangci-lint-action@abc # v9\n        with:\n          version: v2.11\n',
      '2.11',
      3,
    ],
  ])('is of the version that %s pins', async (file, text, value, line) => {
    expect(await pinned({ ...NEW, [file]: text })).toEqual([['golangci-lint', value, `${file}:${line}`]]);
  });

  it('is of the version that a workflow sets up, whatever a makefile says', async () => {
    const workflow = '      - uses: golangci/golangci-lint-action@abc # v9\n        with:\n          version: v2.11\n';
    const files = { ...NEW, '.github/workflows/ci.yml': workflow, Makefile: 'GOLANGCI_LINT_VERSION ?= v2.6.2\n' };
    expect(await pinned(files)).toEqual([['golangci-lint', '2.11', '.github/workflows/ci.yml:3']]);
  });

  it('is not of a version that cannot read its configuration', async () => {
    expect(await pinned({ ...NEW, Makefile: 'GOLANGCI_LINT_VERSION = v1.60.0\n' })).toEqual([
      ['golangci-lint', '2', '.golangci.yml:2'],
    ]);
  });

  it('gives way to go vet where no release can be built', async () => {
    const { units, warnings } = await detect(go, {
      'go.mod': 'module x\n\ngo 1.18\n',
      'a.go': '',
      '.golangci.yml': '',
    });
    expect(units.flatMap((unit) => typed(unit).lint)).toContain('lint: go vet ./...');
    expect(warnings.map(({ file }) => file)).toEqual(['.golangci.yml']);
    const known = await detectOne(go, {
      'go.mod': 'module x\n\ngo 1.18\n',
      'a.go': '',
      '.golangci.yml': '',
      Makefile: 'GOLANGCI_LINT_VERSION=1.43.0\n',
    });
    expect(typed(known).lint).toEqual(['lint: golangci-lint run']);
  });
});
