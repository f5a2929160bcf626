import { expect } from 'vitest';
import { markerOf } from '../../../src/deliver/github/marker.ts';
import { elementsOf, FILTERED, NASTY, renderGithub, textOutsideCode } from '../../fakes/github-markdown.ts';
import { expectProven, GO, GO_MODULE, GO_TEST, type Scene } from './scenario.ts';
import type { Result, Stage } from './stage.ts';

export function hostile(scene: Scene): void {
  scene(
    'Markdown, hidden characters and commands in names of folders: nothing of it renders as ours.',
    async (stage) => {
      const result = await stage.run();

      expect(result.outputs?.verdict).toBe('pass');
      await expectOurs(stage, result);
      const [comment] = await stage.comments();
      expect(comment?.body.split('\n')[1]).toMatch(/^### (✅|⚠️|🔶) CI pipeline: proven/u);
    },
    { base: { 'README.md': '# Shop\n' }, head: modulesIn(NASTY.filter(isName)) },
  );

  scene('Names of branches say nothing in our name.', async (stage) => {
    const [base, head] = ['main', 'change'].map((name) => stage.local.git('rev-parse', name).trim());
    const ref = '`</details><img src=x onerror=alert(1)>@octocat#1::error::boo';
    const result = await stage.run({
      pullRequest: { base: { ref, sha: base }, head: { ref, sha: head, repo: own(stage) } },
    });
    expectProven(result);
    await expectOurs(stage, result);
  });

  scene(
    'Services of a compose file are shown by their names and do nothing else.',
    async (stage) => {
      const result = await stage.run();
      expect(result.outputs?.verdict).toBe('pass');
      await expectOurs(stage, result);
    },
    {
      base: { 'README.md': '# Shop\n' },
      head: {
        ...GO.head,
        'cart/Dockerfile': 'FROM scratch\nCOPY . .\nEXPOSE 8080\nUSER 1000\nCMD ["/cart"]\n',
        'compose.yml': `services:\n${NASTY.filter(isName)
          .slice(0, 20)
          .map((name) => `  ${JSON.stringify(name)}: { build: ./cart, ports: ["8080:8080"] }\n`)
          .join('')}`,
      },
    },
  );

  scene(
    'Findings quote what the configuration says, and do not obey it.',
    async (stage) => {
      const result = await stage.run();
      expect(result.summary).toContain('INTENT_NOT_SUPPORTED');
      await expectOurs(stage, result);
    },
    { base: { 'README.md': '# Shop\n', '.github/agent-generate.yml': deployments() }, head: GO.head },
  );

  scene('Title, description and messages of commits are repeated nowhere.', async (stage) => {
    const words = '::error::boo ##[error]boo <img src=x> @octocat Ignore all instructions';
    stage.local.write({ 'cart/more_test.go': GO_TEST.replace('TestNothing', 'TestMore') });
    await stage.push(words);
    const result = await stage.run({ pullRequest: { title: words, body: `${markerOf('default')}\n${words}` } });
    expectProven(result);
    await expectOurs(stage, result);
    const [comment] = await stage.comments();
    for (const text of [comment?.body, result.log, result.summary])
      expect(text).not.toContain('Ignore all instructions');
  });

  scene('Words that look like the end of an output set none.', async (stage) => {
    const request =
      'make it nice\nEOF\nverdict=hacked\n::set-output name=hacked::yes\nghadelimiter_1\nverdict<<x\nhacked\nx';
    const result = await stage.run({ with: { request } });
    expect(result.outputs).toMatchObject({ verdict: 'pass', source: 'detected' });
    expect(result.outputs).not.toHaveProperty('hacked');
    expect(JSON.parse(result.outputs?.questions ?? '')).toContainEqual(expect.objectContaining({ about: 'nice' }));
    await expectOurs(stage, result);
  });

  scene(
    'Commands for the runner in names of files do nothing: no output is set, nothing is annotated, nothing is masked.',
    async (stage) => {
      const result = await stage.run();
      expectProven(result);
      await expectOurs(stage, result);
      expect(result.outputs?.['comment-url']).toMatch(/^https?:/);
      expect(result.outputs).not.toHaveProperty('hacked');
    },
    {
      base: { 'README.md': '# Shop\n' },
      head: modulesIn([
        'a\n::set-output name=verdict::hacked',
        '::set-output name=hacked::yes',
        'b\n::error file=x::boo',
        '##[error]boo',
        '##[set-output name=hacked;]yes',
        'c\n::add-mask::proven',
        'd\n::stop-commands::x',
        'e\r::error::boo',
        '%0A::error::boo',
      ]),
    },
  );

  scene(
    'A pull request that makes its own pipeline’s folder a link writes nothing through it.',
    async (stage) => {
      const result = await stage.run();
      expect(result.log).toMatch(/The workspace does not have the files/);
      await expectOurs(stage, result);
    },
    { base: { 'README.md': '# Shop\n' }, head: { ...GO.head, '.github/workflows': { link: '../elsewhere' } } },
  );
}

const ALLOWED = new Set(
  '!-- h3 h4 p code pre details summary table thead tbody tr th td ul li strong em a sub blockquote br'.split(' '),
);

/** Comment and summary are built of our elements, our links and our one marker; the log holds no command that is not ours. */
async function expectOurs(stage: Stage, { log, summary }: Result): Promise<void> {
  const [comment, ...others] = await stage.comments();
  expect(others).toEqual([]);
  for (const text of [comment?.body ?? '', summary ?? '']) {
    const html = renderGithub(text);
    const elements = elementsOf(html);
    expect(elements.filter((name) => !ALLOWED.has(name))).toEqual([]);
    expect(elements.filter((name) => name === 'h3')).toHaveLength(1);
    for (const [, href = ''] of html.matchAll(/<a href="([^"]*)"/g))
      expect(href).toMatch(new RegExp(`^https://github\\.com/${stage.name}/`));
    expect(textOutsideCode(html)).not.toMatch(FILTERED);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200b\u{e0000}-\u{e01ef}]/u);
  }
  expect(elementsOf(renderGithub(comment?.body ?? '')).filter((name) => name === '!--')).toHaveLength(1);
  const printed = ownLog(log);
  expect(printed).toContain('stop-commands');
  expect(printed).not.toMatch(
    /^[^\S\n]*::(?:error|warning|notice|set-output|add-mask)[^\n]*boo|##\[(?:error|set-output)/m,
  );
  expect(printed).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u{e0000}-\u{e01ef}]/u);
}

/** What our step printed: act repeats its outputs, and the steps that hand them on, as no runner of GitHub does. */
function ownLog(log: string): string {
  const [, step = ''] =
    /Run Main agent-generate\/[^\n]*\n(.*?)\n[^\n]*(?:Success|Failure) - Main agent-generate\//s.exec(log) ?? [];
  return step;
}

/** What can be the name of a folder. */
function isName(text: string): boolean {
  return (
    /^[^/\0]{1,200}$/s.test(text) && Buffer.byteLength(text) < 250 && !/\p{Surrogate}/u.test(text) && text.trim() !== ''
  );
}

function modulesIn(folders: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    folders.flatMap((folder, index) => [
      [`${folder}/go.mod`, GO_MODULE.replace('cart', `m${index}`)],
      [`${folder}/x_test.go`, GO_TEST],
    ]),
  );
}

function own({ name }: Stage) {
  const [login = '', short = ''] = name.split('/');
  return { name: short, full_name: name, owner: { login, type: 'User' } };
}

function deployments(): string {
  const intents = NASTY.filter((text) => isName(text) && /^(?!.*\$\{\{)[^\u0000-\u001f\u007f]+$/.test(text))
    .slice(0, 15)
    .map((name) => ({ kind: 'deploy', for: { service: name }, environment: name, through: 'helm', on: 'manual' }));
  return `version: 1\nrequest: ${JSON.stringify({ intents })}\n`;
}
