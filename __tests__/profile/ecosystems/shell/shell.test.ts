import { describe, expect, it } from 'vitest';
import { shell } from '../../../../src/profile/ecosystems/shell.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { profiled } from '../../profiled.ts';

const workflow = (...steps: readonly string[]) => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step.replaceAll('\n', '\n        ')}\n`).join('')}on: push\n`,
});
const ALL = "git ls-files -z -- '*.sh' '*.bash' | xargs -0 shellcheck";

describe('The scripts of a repository', () => {
  it('are one unit, checked as a workflow does', async () => {
    const unit = await detectOne(shell, {
      'a.sh': '',
      ...workflow('run: shellcheck -V && shellcheck -x -e SC2181 lib/*.sh && echo ok'),
    });
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'shell', manager: 'shell', lockfile: null, version: null });
    expect(typed(unit)).toEqual({ install: [], lint: ['lint: shellcheck -x -e SC2181 lib/*.sh'], test: [], build: [] });
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['.github/workflows/ci.yml:4']);
  });

  it.each([
    ['a pattern', workflow('run: shellcheck **/*.sh *.bash'), 'shellcheck ./**/*.sh ./*.bash'],
    ['a target', { Makefile: 'lint:\n\tshellcheck a.sh\n' }, 'shellcheck a.sh'],
    ['an action', workflow('uses: ludeeus/action-shellcheck@v2\nwith:\n  severity: error'), `${ALL} --severity=error`],
    ['a hook', { '.pre-commit-config.yaml': 'repos:\n  - hooks:\n      - id: shellcheck\n' }, ALL],
    ['settings', { '.shellcheckrc': 'external-sources=true\n' }, ALL],
    ['words that are known later', { ...workflow('run: shellcheck $(ls)'), '.shellcheckrc': '' }, ALL],
  ])('are linted by %s', async (_, files, run) => {
    expect(typed(await detectOne(shell, { 'a.sh': '', ...files })).lint).toEqual([`lint: ${run}`]);
  });

  it.each([
    ['nobody checks them', {}],
    ['only what a change adds is checked', { ...workflow('uses: a/differential-shellcheck@v5'), '.shellcheckrc': '' }],
    ['the tool is only asked for its version', workflow('run: shellcheck --version')],
    ['a failure is expected', workflow('run: "! shellcheck bad.sh"')],
    ['the tool is only installed', workflow('run: sudo apt-get install shellcheck')],
    ['the tool is only spoken of', workflow('name: shellcheck a.sh\nuses: a/b@v1', 'run: echo shellcheck a.sh')],
  ])('are none where %s', async (_, files) => {
    expect((await detect(shell, { 'a.sh': '', ...files })).units).toEqual([]);
  });

  it.each([
    ['the usual folder', {}, 'bats test'],
    ['a workflow', workflow('run: ./bats/bin/bats --tap test/{a,b}.bats'), 'bats --tap test/{a,b}.bats'],
    ['a program of their own', { ...workflow('run: bin/bats test'), 'bin/bats': { executable: '' } }, 'bin/bats test'],
  ])('are tested by Bats, as %s says', async (_, files, run) => {
    expect(typed(await detectOne(shell, { 'test/a.bats': '', ...files })).test).toEqual([run]);
  });

  it('are not tested where the libraries of the tests are not there, or nobody says how', async () => {
    const modules = { '.gitmodules': '[submodule "x"]\n\turl = https://github.com/bats-core/bats-assert\n' };
    const { units, warnings } = await detect(shell, { 'test/a.bats': '', ...modules });
    expect([units, warnings]).toMatchObject([[], [{ file: '.gitmodules', line: 2 }]]);
    expect((await detect(shell, { 'plugins/x/checks/a.bats': '' })).units).toEqual([]);
  });

  it('give way to another unit around them', async () => {
    const files = { 'hack/a.sh': '', ...workflow('run: shellcheck hack/a.sh') };
    const ecosystems = async (go: string) => {
      const { units } = await profiled({ ...files, [`${go}go.mod`]: 'module x\n\ngo 1.26\n', [`${go}main.go`]: '' });
      return units.map(({ ecosystem }) => ecosystem);
    };
    expect(await ecosystems('web/')).toEqual(['shell', 'go']);
    expect(await ecosystems('')).toEqual(['go']);
  });
});
