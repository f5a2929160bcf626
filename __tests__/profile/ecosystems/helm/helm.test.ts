import { describe, expect, it } from 'vitest';
import { helm } from '../../../../src/profile/ecosystems/helm.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const chart = (name: string, more = '') => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;
const needs = (...repositories: readonly string[]) =>
  `dependencies:\n${repositories.map((it, at) => `  - name: d${at}\n    version: 1.x\n    repository: ${it}\n`).join('')}`;
const workflow = (...steps: readonly string[]) =>
  `jobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step.replaceAll('\n', '\n        ')}\n`).join('')}on: push\n`;
const executable = (text: string) => ({ executable: text });
const folders = async (files: Parameters<typeof detect>[1]) =>
  (await detect(helm, files)).units.map(({ directory }) => directory);

describe('A chart', () => {
  it('is linted and packed where it lies, without a cluster', async () => {
    const unit = await detectOne(helm, { 'charts/a/Chart.yaml': chart('a'), 'charts/a/templates/x.yaml': '' });
    expect(unit).toMatchObject({ directory: 'charts/a', ecosystem: 'helm', manager: 'helm', lockfile: null });
    expect(unit).toMatchObject({ version: null, versions: [], dependencies: [], alsoOwns: [], dependsOn: [] });
    expect(typed(unit)).toEqual({ install: [], lint: ['lint: helm lint .'], test: [], build: ['helm package .'] });
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['charts/a/Chart.yaml:2']);
  });

  it('is a part of the one in whose charts/ it lies', async () => {
    expect(
      await folders({
        'app/Chart.yaml': chart('app'),
        'app/charts/db/Chart.yaml': chart('db'),
        'app/charts/db/charts/x/Chart.yaml': chart('x'),
        'charts/other/Chart.yaml': chart('other'),
      }),
    ).toEqual(['app', 'charts/other']);
  });

  it('is none where it is material of tests, lacks a name, or renders nothing that Helm knows', async () => {
    expect(
      await folders({
        'test/charts/a/Chart.yaml': chart('a'),
        'e2e/b/Chart.yaml': chart('b'),
        'internal/testdata2/c/Chart.yaml': chart('c'),
        'd/Chart.yaml': 'version: 1.0.0\n',
        'e/Chart.yaml': chart('e'),
        'e/templates/patch.json': '',
      }),
    ).toEqual([]);
  });

  it('that cannot be read is said', async () => {
    const { units, warnings } = await detect(helm, {
      'a/Chart.yaml': 'name: {{ x }}\nversion: [',
      'b/Chart.yaml': chart('b'),
    });
    expect(units).toHaveLength(1);
    expect(warnings).toMatchObject([{ file: 'a/Chart.yaml' }]);
  });

  it('of templates alone is checked with those that take it, else by itself', async () => {
    const library = chart('lib', 'type: library\n');
    const taken = { 'lib/Chart.yaml': library, 'app/Chart.yaml': chart('app', needs('file://../lib')) };
    const { units } = await detect(helm, taken);
    expect(units).toMatchObject([{ directory: 'app', alsoOwns: ['lib/**'], dependsOn: [] }]);
    const script = { Makefile: 'render:\n\thelm template lib\n' };
    const alone = await detectOne(helm, { 'lib/Chart.yaml': library, ...script });
    expect(typed(alone).lint).toEqual(['lint: helm lint .']);
  });
});

describe('The charts that a script writes', () => {
  const SCRIPT = [
    'OUT=deploy/helm',
    'for kind in a b; do',
    '  folder="$OUT/$kind"',
    '  cat > "$folder/Chart.yaml" <<EOF',
    '  built="$1/target/helm/$kind"',
    '  local own="$1/$OUT/${kind}"',
    '  cp -r "$built"/* "$own/"',
    'done',
  ].join('\n');
  const files = {
    'deploy/helm/a/Chart.yaml': chart('a'),
    'one/deploy/helm/b/Chart.yaml': chart('b'),
    'charts/mine/Chart.yaml': chart('mine'),
  };

  it('are left to it, with one warning for each place', async () => {
    const { units, warnings } = await detect(helm, { ...files, 'scripts/make.sh': SCRIPT });
    expect(units.map(({ directory }) => directory)).toEqual(['charts/mine']);
    expect(warnings.map(({ file, line }) => `${file}:${line}`)).toEqual(['scripts/make.sh:4', 'scripts/make.sh:7']);
  });

  it.each([
    ['a folder that is not known', 'cat > "$1/Chart.yaml" <<EOF'],
    ['a copy of what nobody built', 'OUT=deploy/helm\ncp -r charts/mine "$OUT/a"'],
    ['a change of one line', 'sed -i s/1/2/ deploy/helm/a/Chart.yaml'],
    ['another file', 'cat > deploy/helm/a/values.yaml <<EOF'],
    ['folders of which none is known', 'cat > "$1/$2/Chart.yaml" <<EOF\ncat > "$1/$2/$3/Chart.yaml" <<EOF'],
    ['a copy of something else that was built', 'cp -r target/site deploy/helm/a'],
  ])('are not found by %s', async (_, script) => {
    expect(await folders({ ...files, 'scripts/make.sh': script })).toHaveLength(3);
  });

  it('are not found by a variable of another script', async () => {
    const scripts = { 'scripts/a.sh': 'OUT=deploy/helm', 'scripts/b.sh': 'cat > "$OUT/a/Chart.yaml" <<EOF' };
    expect(await folders({ ...files, ...scripts })).toHaveLength(3);
  });
});

describe('The dependencies of a chart', () => {
  it('are built by the lock, from repositories that are known by a name', async () => {
    const unit = await detectOne(helm, {
      'c/Chart.yaml': chart(
        'c',
        needs('https://one.example/charts/', 'oci://two.example/charts', 'https://three.example'),
      ),
      'c/Chart.lock': '',
      '.github/workflows/ci.yml': workflow('run: helm repo add uno https://one.example/charts'),
    });
    expect(unit.lockfile).toBe('c/Chart.lock');
    expect(typed(unit).install).toEqual([
      'helm repo add uno https://one.example/charts/',
      'helm repo add d2 https://three.example',
      'helm dependency build',
    ]);
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['.github/workflows/ci.yml:4']);
    expect(cited(unit.commands.install[2] ?? null)).toEqual(['c/Chart.lock:1', 'c/Chart.yaml:5']);
  });

  it('may stand in requirements.yaml, as the first format has it', async () => {
    const files = {
      'c/Chart.yaml': chart('c'),
      'c/requirements.yaml': needs('"@uno"'),
      'c/requirements.lock': '',
      Makefile: 'deps:\n\thelm repo add uno https://one.example/charts\n',
    };
    const unit = await detectOne(helm, files);
    expect(unit.lockfile).toBe('c/requirements.lock');
    expect(typed(unit).install).toEqual(['helm repo add uno https://one.example/charts', 'helm dependency build']);
  });

  it('are not fetched where they are committed', async () => {
    const files = { 'c/Chart.yaml': chart('c', needs('https://a.example', 'https://b.example')) };
    const there = { 'c/charts/d0/Chart.yaml': chart('d0'), 'c/charts/d1-1.2.3.tgz': '' };
    expect(typed(await detectOne(helm, { ...files, ...there })).install).toEqual([]);
  });

  it('that the repository holds are built first, and owned', async () => {
    const { units } = await detect(helm, {
      'app/Chart.yaml': chart('app', needs('file://../mid')),
      'mid/Chart.yaml': chart('mid', needs('file://../lib', 'https://a.example')),
      'lib/Chart.yaml': chart('lib', `type: library\n${needs('file://../app')}`),
    });
    const [app] = units;
    expect(app).toMatchObject({ directory: 'app', dependsOn: ['mid'], alsoOwns: [] });
    expect(app && typed(app).install).toEqual([
      'helm repo add d1 https://a.example',
      'helm dependency build ../lib',
      'helm dependency build ../mid',
      'helm dependency build',
    ]);
  });

  it('that have no repository lie in the chart already', async () => {
    const files = { 'c/Chart.yaml': chart('c', 'dependencies:\n  - name: part\n'), 'c/templates/a.yaml': '' };
    expect(typed(await detectOne(helm, files)).install).toEqual([]);
  });

  it('of one name from two places are known by two', async () => {
    const one = (url: string) => `  - name: common\n    alias: x\n    repository: ${url}\n`;
    const text = chart('c', `dependencies:\n${one('https://a.example')}${one('https://b.example')}`);
    expect(typed(await detectOne(helm, { 'c/Chart.yaml': text })).install).toEqual([
      'helm repo add common https://a.example',
      'helm repo add common-1 https://b.example',
      'helm dependency build',
    ]);
  });

  it('never bring a word that a shell would read', async () => {
    const files = { 'c/Chart.yaml': chart('c', needs('https://a.example/$(id)')), 'c/Chart.lock': '' };
    expect(typed(await detectOne(helm, files)).install).toEqual(['helm dependency build']);
  });
});

describe('The lint of a chart', () => {
  const files = { 'charts/a/Chart.yaml': chart('a'), 'charts/a/ci/v.yaml': '', 'values/b.yaml': '' };

  it.each([
    ['a path', 'run: helm lint --strict ./charts/a/', 'helm lint --strict .'],
    ['a pattern', 'run: helm lint --with-subcharts charts/*', 'helm lint --with-subcharts .'],
    ['the folder of the step', 'run: helm lint --strict\nworking-directory: charts/a', 'helm lint --strict .'],
    ['a change of folder', 'run: |\n  cd charts/a/\n  helm lint --strict', 'helm lint --strict .'],
    [
      'values',
      'run: helm lint charts/a -f charts/a/ci/v.yaml --values values/b.yaml',
      'helm lint -f ci/v.yaml --values ../../values/b.yaml .',
    ],
    [
      'settings',
      `run: helm lint charts/a --set x.y="a b" --set-string z=1`,
      'helm lint --set x.y="a b" --set-string z=1 .',
    ],
    ['another chart', 'run: helm lint --strict charts/b', 'helm lint .'],
    ['what is known later', 'run: helm lint charts/a --strict --set x=$(id)', 'helm lint .'],
    ['a file that is not there', 'run: helm lint charts/a --strict -f out/v.yaml', 'helm lint .'],
    ['words that are printed', 'run: echo "helm lint --strict charts/a"', 'helm lint .'],
  ])('is that of a workflow, told by %s', async (_, step, run) => {
    const unit = await detectOne(helm, { ...files, '.github/workflows/ci.yml': workflow(step) });
    expect(typed(unit).lint).toEqual([`lint: ${run}`]);
  });

  it('is that of a script, in bin too, with a variable for the root', async () => {
    const script = executable('#!/bin/sh\n"$bin"/helm lint \\\n  --set a=1 "$root"/charts/a\n');
    const unit = await detectOne(helm, { ...files, 'bin/helm-build': script });
    expect(typed(unit).lint).toEqual(['lint: helm lint --set a=1 .']);
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['bin/helm-build:2']);
  });

  it('renders where the repository does, but not to speak to a cluster', async () => {
    const render = (run: string) => ({ ...files, '.github/workflows/ci.yml': workflow(`run: ${run}`) });
    const unit = await detectOne(helm, render('helm template x charts/a --set a=1 | kubeconform'));
    expect(typed(unit).lint).toEqual(['lint: helm lint .', 'lint: helm template --set a=1 .']);
    const applied = await detectOne(helm, render('helm template charts/a | kubectl apply -f -'));
    expect(typed(applied).lint).toEqual(['lint: helm lint .']);
    // What makes a file of the repository anew checks nothing; what renders into another one may.
    const into = render('helm template x charts/a --set a=1 > manifests/all.yaml');
    expect(typed(await detectOne(helm, into)).lint).toHaveLength(2);
    const kept = { ...into, 'manifests/all.yaml': '' };
    expect(typed(await detectOne(helm, kept)).lint).toEqual(['lint: helm lint .']);
  });

  it('is that of chart-testing for the charts of its configuration', async () => {
    const { units } = await detect(helm, {
      ...files,
      'charts/old/Chart.yaml': chart('old'),
      'deploy/Chart.yaml': chart('deploy'),
      'ci/ct.yaml': 'chart-dirs: [charts]\nexcluded-charts:\n  - old\n',
      'ci/lint.yaml': '',
      '.github/workflows/ci.yml': workflow(
        'uses: helm/chart-testing-action@v2\nwith:\n  version: v3.11.0',
        'run: ct lint --debug --config ./ci/ct.yaml --lint-conf=ci/lint.yaml --target-branch main --validate-maintainers=false',
      ),
    });
    const [a, old, deploy] = units;
    expect(a?.commands.lint).toMatchObject([
      {
        run: 'ct lint --config ci/ct.yaml --lint-conf ci/lint.yaml --validate-maintainers=false --charts charts/a',
        directory: '.',
      },
    ]);
    expect(a).toMatchObject({ versions: [{ tool: 'chart-testing', value: '3.11.0' }] });
    expect(a?.alsoOwns).toEqual(['.github/workflows/ci.yml', 'ci/ct.yaml', 'ci/lint.yaml']);
    expect([old, deploy].map((unit) => unit && typed(unit).lint)).toEqual([
      ['lint: helm lint .'],
      ['lint: helm lint .'],
    ]);
    expect(old).toMatchObject({ versions: [] });
  });

  it('is that of chart-testing for the charts that are named, and not with a configuration that is not there', async () => {
    const named = { '.github/workflows/ci.yml': workflow('run: ct lint --charts=./charts/a') };
    const run = 'lint: ct lint --charts charts/a';
    expect(typed(await detectOne(helm, { ...files, ...named })).lint).toEqual([run]);
    const without = { '.github/workflows/ci.yml': workflow('run: ct lint --config ct.yaml') };
    expect(typed(await detectOne(helm, { ...files, ...without })).lint).toEqual(['lint: helm lint .']);
  });

  it('looks at the pages that a script with its own helm-docs makes', async () => {
    const step = 'run: |\n  ./hack/helm-docs.sh\n  git diff --exit-code';
    const docs = {
      'hack/helm-docs.sh': executable('docker run helm-docs\n'),
      '.github/workflows/ci.yml': workflow(step),
    };
    const run = 'lint: ./hack/helm-docs.sh && git diff --exit-code';
    const page = { 'charts/a/README.md.gotmpl': '' };
    expect(typed(await detectOne(helm, { ...files, ...docs, ...page })).lint).toEqual(['lint: helm lint .', run]);
    expect(typed(await detectOne(helm, { ...files, ...docs })).lint).toHaveLength(1);
    const bare = { ...docs, 'hack/helm-docs.sh': executable('helm-docs\n') };
    expect(typed(await detectOne(helm, { ...files, ...bare, ...page })).lint).toHaveLength(1);
  });

  it.each([
    ['names its Chart.yaml', 'for it in charts/*/Chart.yaml; do', 'run: ./hack/lint-x.sh', ['lint: ./hack/lint-x.sh']],
    ['names others', 'cat deploy/*/Chart.yaml', 'run: ./hack/lint-x.sh', []],
    ['is not all that is run', 'cat charts/*/Chart.yaml', 'run: ./hack/lint-x.sh && make push', []],
    ['has another name', 'cat charts/*/Chart.yaml', 'run: ./hack/publish.sh', []],
    ['needs a tool', 'cat charts/*/Chart.yaml', 'uses: a/b@v1\n- run: ./hack/lint-x.sh', []],
  ])('is that of a script too, by whether it %s', async (_, text, step, runs) => {
    const script = executable(`#!/bin/sh\n${text}\n`);
    const scripts = { 'hack/lint-x.sh': script, 'hack/publish.sh': script };
    const steps = step.split('\n- ');
    const unit = await detectOne(helm, { ...files, ...scripts, '.github/workflows/ci.yml': workflow(...steps) });
    expect(typed(unit).lint).toEqual(['lint: helm lint .', ...runs]);
  });
});

describe('The tests of a chart', () => {
  const SUITE = 'suite: x\ntests: []\n';
  const PLUGIN = 'helm plugin install https://github.com/helm-unittest/helm-unittest';

  it('are those of helm-unittest', async () => {
    const unit = await detectOne(helm, { 'Chart.yaml': chart('a'), 'tests/x_test.yaml': SUITE });
    expect(typed(unit)).toMatchObject({ install: [`${PLUGIN} --verify=false`], test: ['helm unittest .'] });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['tests/x_test.yaml:1']);
  });

  it('may lie in other folders, and not in those of a part', async () => {
    const unit = await detectOne(helm, {
      'Chart.yaml': chart('a'),
      'tests/x_test.yaml': SUITE,
      'tests/deep/y_test.yaml': SUITE,
      'charts/b/Chart.yaml': chart('b'),
      'charts/b/tests/z_test.yaml': SUITE,
      'templates/tests/hook_test.yaml': SUITE,
      'more/other_test.yaml': 'a: 1\n',
    });
    expect(typed(unit).test).toEqual(["helm unittest -f 'tests/deep/*_test.yaml' -f 'tests/*_test.yaml' ."]);
  });

  it('are started as a workflow does, with the release that it installs', async () => {
    const unit = await detectOne(helm, {
      'c/Chart.yaml': chart('a'),
      'c/tests/x_test.yaml': SUITE,
      '.tool-versions': 'helm 3.16.2\n',
      '.github/workflows/ci.yml': workflow(
        `run: ${PLUGIN}.git --version v0.6.0`,
        "run: helm unittest -f 'tests/*_test.yaml' --color c",
      ),
    });
    expect(typed(unit)).toMatchObject({
      install: [`${PLUGIN} --version 0.6.0`],
      test: ["helm unittest -f 'tests/*_test.yaml' ."],
    });
  });

  it('bring the release of the plugin that a step names in a variable', async () => {
    const unit = await detectOne(helm, {
      'c/Chart.yaml': chart('a'),
      'c/tests/x_test.yaml': SUITE,
      '.github/workflows/ci.yml': workflow(`env:\n  RELEASE: 1.1.0\nrun: ${PLUGIN} --version "$RELEASE"`),
    });
    expect(typed(unit).install).toEqual([`${PLUGIN} --version 1.1.0 --verify=false`]);
  });

  it('bring the plugin where chart-testing starts it', async () => {
    const unit = await detectOne(helm, {
      'charts/a/Chart.yaml': chart('a'),
      'ct.yaml': 'additional-commands:\n  - helm unittest {{ .Path }}\n',
      '.github/workflows/ci.yml': workflow('run: ct lint --config ct.yaml'),
    });
    expect(typed(unit)).toMatchObject({ install: [`${PLUGIN} --verify=false`], test: [] });
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['ct.yaml:2']);
  });
});

describe('The tests of a chart in a cluster', () => {
  const files = { 'charts/a/Chart.yaml': chart('a'), 'charts/b/Chart.yaml': chart('b'), 'ct.yaml': '' };
  const made = 'uses: helm/kind-action@v1';
  const install = 'run: ct install --config ct.yaml --target-branch ${{ github.base_ref }}';
  const tests = async (...steps: readonly string[]) => {
    const { units, warnings } = await detect(helm, { ...files, '.github/workflows/ci.yml': workflow(...steps) });
    return { runs: units.map((unit) => typed(unit).test), units, warnings };
  };

  it('are run where the job makes the cluster', async () => {
    const { runs, units, warnings } = await tests(made, install);
    const cluster = 'kind create cluster --name chart-testing --wait 120s';
    expect(runs).toEqual([
      [cluster, 'ct install --config ct.yaml --charts charts/a'],
      [cluster, 'ct install --config ct.yaml --charts charts/b'],
    ]);
    expect(units[0]?.commands.test.map(cited)).toEqual([
      ['.github/workflows/ci.yml:4'],
      ['.github/workflows/ci.yml:5'],
    ]);
    expect(units[0]).toMatchObject({ alsoOwns: ['ct.yaml'] });
    expect(warnings).toEqual([]);
  });

  it('upgrade from no other commit', async () => {
    const { runs } = await tests(made, 'run: ct install --upgrade --charts charts/a');
    expect(runs[0]?.at(-1)).toBe('ct install --charts charts/a --upgrade=false');
  });

  it('are left out where the cluster comes from elsewhere', async () => {
    expect((await tests(install)).runs).toEqual([[], []]);
    expect((await tests(install, made)).runs).toEqual([[], []]);
  });

  it('are run in a cluster that is like theirs, and prepared as theirs', async () => {
    const all = await tests('run: kind create cluster', 'run: |\n  # Their CRDs.\n  kubectl apply -f crds', install);
    expect(all.runs[0]).toEqual([
      'kind create cluster --wait 120s',
      '  kubectl apply -f crds'.trim(),
      'ct install --config ct.yaml --charts charts/a',
    ]);
    const { units } = await detect(helm, {
      ...files,
      'kind.yaml': 'kind: Cluster\n',
      '.github/workflows/ci.yml': workflow(
        `${made}\nwith:\n  cluster_name: mine\n  config: ./kind.yaml`,
        "run: kubectl apply -f crds\nif: contains(steps.x.outputs.changed, 'ts/a')",
        'run: echo broken\nif: failure()',
        install,
      ),
    });
    const cluster = 'kind create cluster --name mine --config kind.yaml --wait 120s';
    expect(units.map((unit) => typed(unit).test)).toEqual([
      [cluster, 'kubectl apply -f crds', 'ct install --config ct.yaml --charts charts/a'],
      [cluster, 'ct install --config ct.yaml --charts charts/b'],
    ]);
    expect(units[0]).toMatchObject({ alsoOwns: ['ct.yaml', 'kind.yaml'] });
  });

  it.each([
    ['an action', 'uses: acme/prepare@v1'],
    ['what only that run knows', 'run: kubectl apply -f ${{ steps.x.outputs.file }}'],
    ['what it loads from elsewhere', 'run: curl -sSf https://example.com/x | bash'],
    ['what it tells later steps', 'run: echo "A=b" >> $GITHUB_ENV'],
  ])('are left out, and said, for the charts that need %s', async (_, step) => {
    const { runs, warnings } = await tests(made, `${step}\nif: contains(steps.x.outputs.changed, 'ts/a')`, install);
    expect(runs).toEqual([[], [expect.any(String), expect.stringContaining('charts/b')]]);
    expect(warnings).toMatchObject([{ line: 7, message: expect.stringContaining('charts/a.') }]);
  });

  it.each([
    'uses: azure/setup-helm@v5',
    'uses: helm/chart-testing-action@v2',
    'id: changed\nrun: echo "changed=$(ct list-changed)" >> "$GITHUB_OUTPUT"',
  ])('are as they are where a step after it leaves the cluster alone: %j', async (step) => {
    const { runs, warnings } = await tests(made, step, `${install}\nif: steps.changed.outputs.changed == 'true'`);
    expect(runs).toEqual((await tests(made, install)).runs);
    expect(warnings).toEqual([]);
  });

  it('are left out where what prepares the cluster also tells the test what to do', async () => {
    const asking = "run: ct install --config ct.yaml ${{ steps.crds.outcome == 'success' && '--x' || '' }}";
    const { runs } = await tests(made, 'run: kubectl apply -f crds\nid: crds', asking);
    expect(runs).toEqual([[], []]);
  });
});

describe('The version of Helm', () => {
  const step = workflow('uses: azure/setup-helm@v5\nwith:\n  other: v1.0.0\n  version: v3.14.1');
  it.each([
    ['asdf', { '.tool-versions': 'helm 3.16.2\n', '.github/workflows/ci.yml': step }, '3.16.2', '.tool-versions:1'],
    ['mise', { 'mise.toml': '[tools]\nhelm = "3.15"\n' }, '3.15', 'mise.toml:2'],
    [
      'the set-up action',
      { '.github/workflows/ci.yml': step, Makefile: 'HELM_VERSION = 3.0.0\n' },
      '3.14.1',
      '.github/workflows/ci.yml:7',
    ],
    [
      'a variable',
      { '.github/workflows/ci.yml': 'env:\n  HELM_VERSION: v4.2.3\n' },
      '4.2.3',
      '.github/workflows/ci.yml:2',
    ],
    ['a script that stands for it', { 'bin/helm': executable('helmversion=v3.18.4\n') }, '3.18.4', 'bin/helm:1'],
  ])('is that of %s', async (_, files, value, place) => {
    const { version } = await detectOne(helm, { 'Chart.yaml': chart('a'), ...files });
    expect(version).toMatchObject({ tool: 'helm', value });
    expect(cited(version)).toEqual([place]);
  });

  it('is none where nothing names it', async () => {
    const files = { '.github/workflows/ci.yml': workflow('uses: azure/setup-helm@v5\nwith:\n  version: latest') };
    expect((await detectOne(helm, { 'Chart.yaml': chart('a'), ...files })).version).toBeNull();
  });
});
