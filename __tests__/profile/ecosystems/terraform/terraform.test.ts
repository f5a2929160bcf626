import { describe, expect, it } from 'vitest';
import { terraform } from '../../../../src/profile/ecosystems/terraform.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const ROOT = 'terraform {\n  required_version = ">= 1.5, < 2.0"\n}\n';
const calls = (...sources: readonly string[]) =>
  sources.map((source, index) => `module "m${index}" {\n  source = "${source}"\n}\n`).join('');

describe('A folder of Terraform', () => {
  it('is initialised without a backend, and neither planned nor applied', async () => {
    const unit = await detectOne(terraform, { 'infra/main.tf': ROOT, 'infra/.terraform.lock.hcl': '' });
    expect(unit).toMatchObject({ directory: 'infra', manager: 'terraform', lockfile: 'infra/.terraform.lock.hcl' });
    expect(typed(unit)).toEqual({
      install: ['terraform init -backend=false -input=false -lockfile=readonly'],
      lint: ['format: terraform fmt -check -recursive', 'lint: terraform validate'],
      test: [],
      build: [],
    });
    expect(cited(unit.commands.lint[1] ?? null)).toEqual(['infra/main.tf:2']);
    expect(unit.version).toMatchObject({ tool: 'terraform', value: '>= 1.5, < 2.0' });
  });

  it('is a part of the one that calls it, unless it says what it runs with', async () => {
    const { units } = await detect(terraform, {
      'live/main.tf': `provider "aws" {}\n${calls('../modules/net', '../modules/db', 'hashicorp/consul/aws', './local')}`,
      'live/local/main.tf': '',
      'modules/net/main.tf': 'resource "a" "b" {}\n',
      'modules/db/main.tf': ROOT,
      'modules/unused/main.tf': '# source = "../net"\n',
      '.terraform/modules/x/main.tf': ROOT,
    });
    expect(units.map(({ directory }) => directory)).toEqual(['live', 'modules/db', 'modules/unused']);
    expect(units[0]).toMatchObject({ alsoOwns: ['modules/net/**'], dependsOn: ['modules/db'] });
  });

  it('that calls a module which something else must bring has its format checked alone, and it is said', async () => {
    const { units, warnings } = await detect(terraform, {
      'infra/main.tf': `${ROOT}${calls('./vendor/modules/aks//redis')}`,
      'infra/.terraform.lock.hcl': '',
      'infra/a.tftest.hcl': 'mock_provider "aws" {}\n',
      'live/main.tf': `${ROOT}${calls('../vendor/net//subnet')}`,
      'vendor/net/subnet/main.tf': '',
    });
    expect(units.map((unit) => [unit.directory, typed(unit).install.length, typed(unit).lint])).toEqual([
      ['infra', 0, ['format: terraform fmt -check -recursive']],
      ['live', 1, ['format: terraform fmt -check -recursive', 'lint: terraform validate']],
    ]);
    expect(warnings).toEqual([
      {
        file: 'infra/main.tf',
        line: 5,
        message:
          'it calls the module infra/vendor/modules/aks/redis, which is not in the repository: all but its format is left out until something brings that.',
      },
    ]);
  });

  it('that takes its providers from its caller is not validated alone', async () => {
    const text = `${ROOT}      configuration_aliases = [aws.peer]\n`;
    expect(typed(await detectOne(terraform, { 'main.tf': text })).lint).toEqual([
      'format: terraform fmt -check -recursive',
    ]);
  });

  it('is tested where every test has its providers mocked', async () => {
    const mocked = { 'main.tf': ROOT, 'tests/a.tftest.hcl': 'run "x" {}\nmock_provider "aws" {}\n' };
    const unit = await detectOne(terraform, mocked);
    expect(typed(unit).test).toEqual(['terraform test']);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['tests/a.tftest.hcl:2']);
    const { units } = await detect(terraform, { ...mocked, 'b.tftest.hcl': 'run "y" {}\n' });
    expect(units.map(({ commands }) => commands.test)).toEqual([[]]);
  });

  it('is linted by TFLint where that is configured here or above', async () => {
    const { units } = await detect(terraform, { 'main.tf': ROOT, 'a/b/main.tf': ROOT, '.tflint.hcl': '' });
    expect(units.map((unit) => typed(unit).lint.at(-1)).toSorted()).toEqual(
      [
        'lint: tflint --init && tflint',
        'lint: tflint --init --config=../../.tflint.hcl && tflint --config=../../.tflint.hcl',
      ].toSorted(),
    );
    expect(units.find(({ directory }) => directory === 'a/b')?.alsoOwns).toEqual(['.tflint.hcl']);
  });

  it('is linted by TFLint as pre-commit does', async () => {
    const hooks = [
      '- id: terraform_fmt',
      "  args: ['x']",
      '- id: terraform_tflint',
      '  args:',
      "    - '--args=--only=terraform_naming_convention'",
      '    - --args=--config=__GIT_WORKING_DIR__/.tflint.hcl',
      '    - --args=--filter=$(ls)',
      '- id: terraform_docs',
      '  args:',
      '    - --args=--lockfile=false',
    ];
    const unit = await detectOne(terraform, { 'a/main.tf': ROOT, '.pre-commit-config.yaml': hooks.join('\n') });
    expect(typed(unit).lint.at(-1)).toBe('lint: tflint --only=terraform_naming_convention');
    expect(cited(unit.commands.lint.at(-1) ?? null)).toEqual(['.pre-commit-config.yaml:3']);
  });
});

describe('OpenTofu', () => {
  it.each([
    ['files of its own', { 'main.tofu': ROOT }],
    ['its file of a version', { 'main.tf': ROOT, '.opentofu-version': '1.8.2\n' }],
    ['what the repository starts', { 'main.tf': ROOT, Makefile: 'check:\n\ttofu validate\n' }],
  ])('is known by %s', async (_, files) => {
    const unit = await detectOne(terraform, files);
    expect(typed(unit).lint).toEqual(['format: tofu fmt -check -recursive', 'lint: tofu validate']);
    expect(unit.version?.tool).toBe('opentofu');
  });

  it('is not meant where Terraform is started too', async () => {
    const files = { 'main.tf': ROOT, Makefile: 'a:\n\ttofu validate\nb:\n\tterraform validate\n' };
    expect(typed(await detectOne(terraform, files)).lint[1]).toBe('lint: terraform validate');
  });
});

describe('The version of Terraform', () => {
  it.each([
    ['its own file', { '.terraform-version': '1.9.3\n', '.tool-versions': 'terraform 1.8.0\n' }, '1.9.3'],
    ['asdf', { '.terraform-version': 'latest\n', '.tool-versions': 'terraform 1.8.0\n' }, '1.8.0'],
    ['the configuration', {}, '>= 1.5, < 2.0'],
    [
      'a workflow',
      {
        'main.tf': '',
        '.github/workflows/ci.yml':
          'on: push\njobs: { a: { steps: [{ uses: a/b@v1, with: { terraform_version: 1.7.1 } }] } }\n',
      },
      '1.7.1',
    ],
    [
      'what the README quotes of it',
      { 'main.tf': '', 'README.md': '# Tested with\n\n```\nTerraform v0.12.24\n```\n' },
      '0.12.24',
    ],
    [
      'nothing that a README says in passing',
      { 'main.tf': '', 'README.md': 'Needs Terraform v0.12.24 or newer.\n' },
      undefined,
    ],
    ['nothing that is of another program', { 'main.tf': '', 'README.md': 'OpenTofu v1.9.0\n' }, undefined],
  ])('is that of %s', async (_, files, value) => {
    expect((await detectOne(terraform, { 'main.tf': ROOT, ...files })).version?.value).toBe(value);
  });
});
