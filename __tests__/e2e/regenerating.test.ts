import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';

const WORKFLOW = '.github/workflows/generated.yml';
const SETTLED = 'Nothing: the repository already has this pipeline';

describe('A generated file that people edit', () => {
  it('keeps the edit from commit to commit, and is generated anew around it', async () => {
    await using own = started();
    edit(own, ['timeout-minutes: 20', 'timeout-minutes: 33']);
    own.commit('It takes longer');
    expect(generate(own).stdout).toContain(SETTLED);
    for (const name of ['mill', 'web']) {
      own.write(moduleNamed(name));
      expect(generate(own)).toMatchObject({ code: 0, stderr: '' });
      expect(textOf(own)).toContain('timeout-minutes: 33');
      expect(textOf(own)).toContain(`${name}-test`);
      own.commit(`Add ${name}`);
      expect(generate(own).stdout).toContain(SETTLED);
      edit(own, [`  ${name}-test:\n`, `  # Ask Ann about ${name}.\n  ${name}-test:\n`]);
      own.commit(`A word about ${name}`);
    }
    expect(textOf(own).match(/Ask Ann/g)).toHaveLength(2);
    expect(own.git('status', '--porcelain')).toBe('');
  });

  it('keeps what is not committed yet, and what was committed along with what is new', async () => {
    await using own = started();
    edit(own, ['timeout-minutes: 20', 'timeout-minutes: 33']);
    own.write(moduleNamed('mill'));
    expect(generate(own)).toMatchObject({ code: 0, stderr: '' });
    own.commit('All at once');
    own.write(moduleNamed('web'));
    expect(generate(own).stdout).toContain('EDITED_BY_HAND');
    expect(textOf(own)).toMatch(/timeout-minutes: 33[\s\S]*web-test/);
  });

  it('keeps a word of a person in the way of something new, and says both until one gives way', async () => {
    await using own = started();
    edit(own, ['timeout-minutes: 20', 'timeout-minutes: 33']);
    own.commit('It takes longer');
    own.write({
      '.github/agent-generate.yml':
        'version: 1\nrequest: { intents: [{ kind: timeout, for: { all: true }, minutes: 7 }] }\n',
    });
    own.commit('Seven minutes');
    const first = generate(own, '--base', 'HEAD');
    expect(first.stdout).toContain('“timeout-minutes: 33” here, and “timeout-minutes: 7” would be generated');
    expect(textOf(own)).toMatch(/timeout-minutes: 33[\s\S]*timeout-minutes: 7/);
    own.commit('Generated');
    const again = generate(own, '--base', 'HEAD');
    expect(again.stdout).toContain('EDIT_IN_CONFLICT');
    expect(again.stdout).toContain(SETTLED);
    edit(own, ['timeout-minutes: 33', 'timeout-minutes: 7']);
    own.commit('Give way');
    expect(generate(own, '--base', 'HEAD').stdout).not.toContain('EDIT_IN_CONFLICT');
    expect(bodyId(textOf(own))).toBe(idInHeader(textOf(own)));
  });

  it('stays as it is in a clone that does not have what was generated', async () => {
    await using own = started();
    edit(own, ['timeout-minutes: 20', 'timeout-minutes: 33']);
    own.write(moduleNamed('mill'));
    own.commit('More');
    using place = temporaryDirectory();
    const clone = join(place.path, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${own.path}`, clone]);
    const before = readFileSync(join(clone, WORKFLOW), 'utf8');
    const { code, stdout } = runCli(['generate', '--repository', clone, '--write']);
    expect(code).toBe(0);
    expect(stdout).toContain('BASE_NOT_FOUND');
    expect(stdout).toContain('DIFFERENCE_LEFT');
    expect(readFileSync(join(clone, WORKFLOW), 'utf8')).toBe(before);
  });

  it('keeps a marked block whatever becomes of what stands around it', async () => {
    await using own = started({ ...moduleNamed('cart'), ...moduleNamed('mill') });
    const block = '    # agent-generate: keep\n    env: { STAGE: staging }\n    # agent-generate: end\n';
    edit(own, ['    name: "mill: test"\n', `    name: "mill: test"\n${block}`]);
    own.commit('An environment');
    own.write({ ...moduleNamed('axe'), 'mill/go.mod': 'module example.com/mill\n\ngo 1.26.0\n' });
    expect(generate(own).code).toBe(0);
    expect(textOf(own)).toContain(`    name: "mill: test"\n${block}`);
    own.commit('More');
    own.git('rm', '-rq', 'mill');
    own.commit('No mill');
    expect(generate(own).stdout).toContain('KEEP_BLOCK_MOVED');
    expect(textOf(own)).toContain('# agent-generate: keep\n#     env: { STAGE: staging }\n');
    expect(textOf(own)).not.toContain('mill-test');
    own.commit('Generated');
    expect(generate(own).stdout).toContain(SETTLED);
  });

  it('keeps a pin that a bot has moved', async () => {
    await using own = started();
    edit(own, [/actions\/checkout@[0-9a-f]{40} # v[\d.]+/g, `actions/checkout@${'e'.repeat(40)} # v99.1.0`]);
    own.commit('Bump');
    own.write(moduleNamed('mill'));
    expect(generate(own)).toMatchObject({ code: 0, stderr: '' });
    expect(textOf(own)).toContain(`actions/checkout@${'e'.repeat(40)} # v99.1.0`);
    expect(textOf(own)).toContain('mill-test');
  });
});

function moduleNamed(name: string) {
  return {
    [`${name}/go.mod`]: `module example.com/${name}\n\ngo 1.25.0\n`,
    [`${name}/a_test.go`]: `package ${name}\n`,
  };
}

/** A repository with its pipeline in it. */
function started(files = moduleNamed('cart')): TemporaryRepository {
  const own = temporaryRepository(files);
  generate(own);
  own.commit('Generated');
  return own;
}

function generate(own: TemporaryRepository, ...options: readonly string[]) {
  return runCli(['generate', '--repository', own.path, '--write', ...options]);
}

function edit(own: TemporaryRepository, [from, to]: readonly [string | RegExp, string]): void {
  const text = textOf(own);
  own.write({ [WORKFLOW]: text.replace(from, to) });
  expect(textOf(own)).not.toBe(text);
}

function textOf(own: TemporaryRepository): string {
  return readFileSync(join(own.path, WORKFLOW), 'utf8');
}

function idInHeader(text: string): string {
  return /^# body: (\w+)/m.exec(text)?.[1] ?? '';
}

function bodyId(text: string): string {
  const body = text.slice(text.indexOf('\nname: ') + 1);
  return execFileSync('git', ['hash-object', '--stdin'], { input: body, encoding: 'utf8' }).trim();
}
