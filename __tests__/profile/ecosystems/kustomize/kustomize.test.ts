import { describe, expect, it } from 'vitest';
import { kustomize } from '../../../../src/profile/ecosystems/kustomize.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const BASE = { 'deploy/base/kustomization.yaml': 'resources: [a.yaml]\n', 'deploy/base/a.yaml': '' };
const workflow = (run: string) => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n      - run: |\n${run.replace(/^/gm, '          ')}\non: push\n`,
});

describe('A folder of Kustomize', () => {
  it('is a unit where a workflow builds it, and is built as there', async () => {
    const unit = await detectOne(kustomize, {
      ...BASE,
      ...workflow('kustomize build --enable-helm deploy/base | kubeconform'),
    });
    expect(unit).toMatchObject({
      directory: 'deploy/base',
      ecosystem: 'kustomize',
      manager: 'kustomize',
      version: null,
    });
    expect(typed(unit)).toEqual({ install: [], lint: ['lint: kustomize build --enable-helm .'], test: [], build: [] });
    expect(cited(unit.commands.lint[0] ?? null)).toEqual([
      '.github/workflows/ci.yml:5',
      'deploy/base/kustomization.yaml:1',
    ]);
  });

  it('is found from where the workflow stands', async () => {
    const unit = await detectOne(kustomize, { ...BASE, ...workflow('cd deploy/\ncd base\nkubectl kustomize .') });
    expect(typed(unit).lint).toEqual(['lint: kubectl kustomize .']);
  });

  it.each([
    ['nobody builds it', {}],
    ['it is given to a cluster', workflow('kustomize build deploy/base | kubectl apply -f -')],
    ['a makefile alone builds it', { Makefile: 'x:\n\tkustomize build deploy/base\n' }],
    ['which one is known later', workflow('for it in *; do kustomize build deploy/$it; done')],
    ['another one is meant', workflow('kustomize build deploy')],
  ])('is none where %s', async (_, files) => {
    expect((await detect(kustomize, { ...BASE, ...files })).units).toEqual([]);
  });

  it('owns what it is made of elsewhere, and depends on other units', async () => {
    const { units } = await detect(kustomize, {
      ...BASE,
      'deploy/prod/kustomization.yml':
        'resources:\n  - ../mid\n  - https://a.example/x?ref=1\npatches:\n  - path: ../patch.yaml\n',
      'deploy/mid/Kustomization': 'bases:\n  - ../base\n  - ../parts\n',
      'deploy/parts/kustomization.yaml': 'resources:\n  - ../mid\n',
      'deploy/patch.yaml': '',
      ...workflow('kustomize build deploy/base\nkustomize build deploy/prod\nkustomize build deploy/base'),
    });
    expect(units).toMatchObject([
      { directory: 'deploy/base', alsoOwns: [], dependsOn: [] },
      {
        directory: 'deploy/prod',
        alsoOwns: ['deploy/mid/**', 'deploy/parts/**', 'deploy/patch.yaml'],
        dependsOn: ['deploy/base'],
      },
    ]);
  });

  it('has the version that asdf says', async () => {
    const files = { ...BASE, ...workflow('kubectl kustomize deploy/base'), '.tool-versions': 'kustomize 5.4.0\n' };
    expect(await detectOne(kustomize, files)).toMatchObject({
      version: { tool: 'kustomize', value: '5.4.0' },
      alsoOwns: ['.tool-versions'],
    });
  });
});
