import type { ServerResponse } from 'node:http';
import { expect } from 'vitest';
import { markerOf } from '../../../src/deliver/github/marker.ts';
import { certificateIn } from '../../fakes/certificate.ts';
import { httpServer, httpsServer, json } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';
import { expectProven, GO, type Scene, writesOf } from './scenario.ts';
import type { Result, Stage } from './stage.ts';

export function faults(scene: Scene): void {
  refusals(scene);
  limits(scene);
  connections(scene);
  incomplete(scene);
  takenBack(scene);
  machine(scene);
  inputs(scene);
}

const CONFIGURATION = '.github/agent-generate.yml';
const PROVEN = `${markerOf('default')}\n### ✅ CI pipeline: proven, nothing high-risk\n`;
const LIST = /\/issues\/\d+\/comments/;
const EVERY = /\//;

/** Proven, with its file, and not said: why stands in the log and in the summary. */
async function expectUnsaid(stage: Stage, result: Result, ...words: readonly string[]): Promise<void> {
  expectProven(result);
  expect(result.outputs?.['comment-url']).toBe('');
  expect(result.artifacts).toHaveLength(1);
  expect(await stage.comments()).toEqual([]);
  for (const word of words) {
    expect(result.log).toContain(word);
    expect(result.summary).toContain(word);
  }
}

function refusals(scene: Scene): void {
  scene(
    'A token that has expired (401): the file is proven, and the log says that a fresh token is needed.',
    async (stage) => {
      stage.fault({ path: EVERY, answer: refusing(401, 'Bad credentials') });
      await expectUnsaid(stage, await stage.run(), 'GitHub answered 401', 'The token is not valid any more');
    },
  );

  scene('A missing permission (403) is named, and only one write is tried.', async (stage) => {
    const accepted = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' };
    stage.fault({
      method: 'POST',
      path: LIST,
      answer: refusing(403, 'Resource not accessible by integration', accepted),
    });
    const result = await stage.run();
    await expectUnsaid(stage, result, 'GitHub answered 403');
    expect(result.log).toContain("it takes the permission 'issues: write' or 'pull-requests: write'");
    expect(writesOf(result)).toHaveLength(1);
  });

  scene('A pull request that the token cannot see (404) is said to be out of sight.', async (stage) => {
    stage.fault({ path: /\/pulls\/\d+$/, answer: refusing(404, 'Not Found') });
    await expectUnsaid(stage, await stage.run(), 'GitHub answered 404');
  });

  scene(
    'A list of files that GitHub will not give (406): everything counts as changed, and it is said.',
    async (stage) => {
      stage.fault({
        path: /\/pulls\/\d+\/files/,
        answer: refusing(406, 'Sorry, the diff exceeded the maximum number of files'),
      });
      const result = await stage.run({ checkout: 'shallow' });
      expectProven(result);
      expect(result.log).toContain('so everything counts as changed');
      expect(await stage.comments()).toHaveLength(1);
    },
  );

  scene('A body that GitHub finds too long (422) is not sent again and again.', async (stage) => {
    stage.fault({
      method: 'POST',
      path: LIST,
      answer: refusing(422, 'Body is too long (maximum is 65536 characters)'),
    });
    const result = await stage.run();
    await expectUnsaid(stage, result, 'GitHub answered 422');
    expect(writesOf(result)).toHaveLength(1);
  });

  scene('GitHub out of order (500): the answer is there without it.', async (stage) => {
    stage.fault({ path: EVERY, answer: refusing(500, 'Server Error') });
    await expectUnsaid(stage, await stage.run(), 'GitHub answered 500');
  });

  scene('A gateway that answers in HTML (502) is asked again, and nobody is shown its page.', async (stage) => {
    let asked = 0;
    stage.fault({
      path: EVERY,
      answer: (_, response) => {
        asked += 1;
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>Unicorn!</h1></html>');
      },
    });
    const result = await stage.run();
    await expectUnsaid(stage, result, 'GitHub answered 502');
    expect(asked).toBe(3);
    expect(result.log).not.toContain('Unicorn');
  });

  scene('A gateway that fails once is asked again, and the comment is there.', async (stage) => {
    stage.fault({ path: EVERY, times: 1, answer: refusing(502, '') });
    expectProven(await stage.run());
    expect(await stage.comments()).toHaveLength(1);
  });
}

function limits(scene: Scene): void {
  scene('A limit (429) that ends in time is waited for.', async (stage) => {
    stage.fault({
      method: 'GET',
      path: EVERY,
      times: 1,
      answer: refusing(429, 'Too many requests', { 'retry-after': '1' }),
    });
    expectProven(await stage.run());
    expect(await stage.comments()).toHaveLength(1);
  });

  scene(
    'A limit (429) that outlasts the deadline is not waited for, and it is said how long it lasts.',
    async (stage) => {
      stage.fault({ path: EVERY, answer: refusing(429, 'Too many requests', { 'retry-after': '3600' }) });
      const result = await stage.run();
      await expectUnsaid(stage, result, 'it may be asked again in 3600 s');
      expect(result.requests).toHaveLength(1);
    },
  );

  scene('A secondary limit (403) that outlasts the deadline is told from a missing permission.', async (stage) => {
    const words = 'You have exceeded a secondary rate limit';
    stage.fault({ path: EVERY, answer: refusing(403, words, { 'retry-after': '600' }) });
    const result = await stage.run();
    await expectUnsaid(stage, result, 'it may be asked again in 600 s');
    expect(result.log).not.toContain('it takes the permission');
  });

  scene(
    'The requests of this hour are used up (403): the file is proven, and the log says when to ask again.',
    async (stage) => {
      const reset = String(Math.floor(Date.now() / 1000) + 1800);
      const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      stage.fault({ path: EVERY, answer: refusing(403, 'API rate limit exceeded', used) });
      await expectUnsaid(stage, await stage.run(), 'it may be asked again in');
    },
  );
}

function connections(scene: Scene): void {
  const brief = { with: { 'timeout-seconds': '10' } };

  scene('A server that never answers does not hold the run.', async (stage) => {
    stage.fault({ path: EVERY, answer: () => {} });
    await expectUnsaid(stage, await stage.run(brief), 'it did not answer in time');
  });

  scene('A server that stops in the middle of its answer does not hold the run.', async (stage) => {
    stage.fault({
      path: EVERY,
      answer: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('[{"id": 1,');
      },
    });
    await expectUnsaid(stage, await stage.run(brief), 'it did not answer in time');
  });

  scene('An answer that was cut off is taken for no answer.', async (stage) => {
    stage.fault({
      path: LIST,
      answer: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id": 1, "body": "x');
      },
    });
    const result = await stage.run();
    await expectUnsaid(stage, result, 'was cut off or is damaged');
    expect(writesOf(result)).toEqual([]);
  });

  scene('An answer of another shape is taken for no answer.', async (stage) => {
    stage.fault({ path: LIST, answer: (_, response) => json(response, { comments: 'none' }) });
    const result = await stage.run();
    await expectUnsaid(stage, result, 'the answer is not what GitHub documents');
    expect(writesOf(result)).toEqual([]);
  });

  scene('The token does not follow a redirect to another host.', async (stage) => {
    await using other = await httpServer((_, response) => json(response, []));
    stage.fault({
      method: 'GET',
      path: LIST,
      answer: (_, response) => {
        response.writeHead(302, { location: `${other.url}/elsewhere` }).end();
      },
    });
    expectProven(await stage.run());
    expect(other.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([['/elsewhere', undefined]]);
  });

  scene('A certificate that nobody vouches for: nothing is sent, and NODE_EXTRA_CA_CERTS is named.', async (stage) => {
    using folder = temporaryDirectory();
    await using server = await httpsServer(certificateIn(folder.path), (_, response) => json(response, []));
    const result = await stage.run({ apiUrl: server.url });
    await expectUnsaid(stage, result, 'its certificate is not trusted');
    expect(result.log).toContain('NODE_EXTRA_CA_CERTS');
    expect(server.seen).toEqual([]);
  });

  scene('No server at all: the file is proven, and the log says that there is none.', async (stage) => {
    await expectUnsaid(stage, await stage.run({ apiUrl: 'http://127.0.0.1:9' }), 'it refuses connections');
  });

  scene(
    'Nothing checked out and GitHub out of order: the run is red and says why, and every output is there.',
    async (stage) => {
      stage.fault({ path: EVERY, answer: refusing(500, 'Server Error') });
      const { conclusion, log, summary, outputs } = await stage.run({ checkout: 'none' });
      expect(conclusion).toBe('failure');
      expect(log).toContain('GitHub answered 500');
      expect(summary).toContain('GITHUB_UNREACHABLE');
      expect(outputs).toMatchObject({ verdict: 'error', plan: '', 'workflow-path': '' });
    },
  );
}

function incomplete(scene: Scene): void {
  scene(
    'Of a pull request of 10,000 files GitHub lists 3,000: everything counts as changed, and it is said.',
    async (stage, rig) => {
      const told = (await rig.call('GET', `/repos/${stage.name}/pulls/${stage.number}`)) as Readonly<
        Record<string, unknown>
      >;
      stage.fault({
        path: /\/pulls\/\d+$/,
        answer: (_, response) => json(response, { ...told, changed_files: 10_000 }),
      });
      const result = await stage.run({ checkout: 'shallow' });
      expectProven(result);
      expect(result.log).toContain(
        'GitHub does not list all files of this pull request, so everything counts as changed',
      );
      expect(result.requests.length).toBeLessThanOrEqual(12);
      expect(result.requests.map(({ path }) => path).join('\n')).not.toContain('/files');
    },
  );

  scene('A pull request of which GitHub counts no files at all is not taken for an empty one.', async (stage, rig) => {
    const told = (await rig.call('GET', `/repos/${stage.name}/pulls/${stage.number}`)) as Readonly<
      Record<string, unknown>
    >;
    stage.fault({ path: /\/pulls\/\d+$/, answer: (_, response) => json(response, { ...told, changed_files: 0 }) });
    const result = await stage.run({ checkout: 'shallow' });
    expectProven(result);
    expect(result.log).toContain('so everything counts as changed');
    expect(result.outputs?.plan).not.toBe('');
  });

  scene('Without a token the file is proven from the checkout, and the log says what is missing.', async (stage) => {
    const result = await stage.run({ token: null });
    await expectUnsaid(stage, result, 'There is no token to comment with');
    expect(result.requests).toEqual([]);
  });

  scene('Without a token and a checkout nothing can be read, and the log says so.', async (stage) => {
    const { conclusion, log, summary } = await stage.run({ token: null, checkout: 'none' });
    expect(conclusion).toBe('failure');
    expect(log).toContain('GitHub cannot be asked without a token');
    expect(summary).toContain('TOKEN_MISSING');
  });

  scene('An event file that is no JSON ends the run with its reason, and with outputs.', async (stage) => {
    const { conclusion, log, summary, outputs } = await stage.run({ payload: '{"action": "synchronize", ' });
    expect(conclusion).toBe('failure');
    expect(log).toContain('is not JSON');
    expect(summary).toContain('EVENT_INVALID');
    expect(outputs).toMatchObject({ verdict: 'error' });
  });

  scene('An event file of which half is missing ends the run with the name of what is missing.', async (stage) => {
    const { conclusion, log, outputs } = await stage.run({ payload: '{"action": "synchronize", "number": 1}' });
    expect(conclusion).toBe('failure');
    expect(log).toContain("The event file is no pull_request event: 'pull_request' is missing.");
    expect(outputs).toMatchObject({ verdict: 'error' });
  });
}

function takenBack(scene: Scene): void {
  const broken = { [CONFIGURATION]: 'version: 1\nrequets: {}\n' };

  scene(
    'A run that fails says so in the comment that stands, at which commit and what to do: no verdict of an earlier one is left.',
    async (stage) => {
      const id = await stage.say(PROVEN, 'job');
      const result = await stage.run();
      expect(result.conclusion).toBe('failure');
      const [comment, ...others] = await stage.comments();
      expect(others).toEqual([]);
      expect(comment?.id).toBe(id);
      expect(comment?.body).not.toContain('proven');
      const commit = stage.local.git('rev-parse', 'change').slice(0, 12);
      expect(comment?.body).toContain(`could not be judged at \`${commit}\``);
      expect(comment?.body).toContain('`CONFIGURATION_INVALID`');
      expect(comment?.body).toContain('at the base commit');
      expect(result.outputs?.['comment-url']).toContain(`#issuecomment-${id}`);
    },
    { base: { 'README.md': '# Shop\n', ...broken }, head: GO.head },
  );

  scene(
    'A run that fails is no reason for a first comment.',
    async (stage) => {
      const result = await stage.run();
      expect(result.conclusion).toBe('failure');
      expect(writesOf(result)).toEqual([]);
      expect(result.outputs).toMatchObject({ verdict: 'error', 'plan-state': 'not-proven' });
    },
    { base: { 'README.md': '# Shop\n', ...broken }, head: GO.head },
  );

  scene(
    'A run that fails for a commit which is not the head any more takes nothing back.',
    async (stage) => {
      await stage.say(PROVEN, 'job');
      const sha = stage.local.git('rev-parse', 'change').trim();
      const [login = '', name = ''] = stage.name.split('/');
      const repo = { name, full_name: stage.name, owner: { login, type: 'User' } };
      stage.local.write({ 'cart/more_test.go': 'package cart\n' });
      await stage.push();
      const result = await stage.run({ pullRequest: { head: { ref: 'change', sha, repo } } });
      expect(writesOf(result)).toEqual([]);
      expect(result.log).toContain('The pull request has a newer commit by now');
    },
    { base: { 'README.md': '# Shop\n', ...broken }, head: GO.head },
  );
}

function machine(scene: Scene): void {
  scene(
    'An artifact service that is down: comment and summary are there, and the log says what is not.',
    async (stage) => {
      const result = await stage.run({ artifacts: false, with: { 'timeout-seconds': '15' } });
      expectProven(result);
      expect(result.log).toContain('The artifact could not be kept');
      expect(await stage.comments()).toHaveLength(1);
    },
  );

  scene('A summary that cannot be written is no reason to fail.', async (stage) => {
    const result = await stage.run({ before: 'ln -sfn /nonexistent/folder/summary.md "$GITHUB_STEP_SUMMARY"' });
    expect(result.conclusion, result.log).toBe('success');
    expect(result.outputs?.verdict).toBe('pass');
    expect(result.log).toContain('Note: the job summary does not exist (ENOENT).');
    expect(await stage.comments()).toHaveLength(1);
  });

  scene(
    'What has no room in the comment or in the summary is cut there, in emoji too, and stands whole in the artifact.',
    async (stage) => {
      const result = await stage.run();
      expectProven(result);
      const [comment] = await stage.comments();
      expect(comment?.body.length).toBeGreaterThan(50_000);
      expect(comment?.body.length).toBeLessThanOrEqual(65_536);
      expect(comment?.body).toMatch(/The diff is cut: .* All of it is in \[the artifact\]/);
      expect(comment?.body.split('\n')[1]).toBe('### ✅ CI pipeline: proven, nothing high-risk');
      expect(Buffer.byteLength(result.summary ?? '')).toBeLessThan(1024 * 1024);
    },
    { base: { 'README.md': '# Shop\n' }, head: emojis() },
  );

  scene(
    'A summary that would be over the limit of 1 MiB is cut below it, for GitHub would drop it.',
    async (stage) => {
      const result = await stage.run();
      expectProven(result);
      expect(Buffer.byteLength(result.summary ?? '')).toBeGreaterThan(1_000_000);
      expect(Buffer.byteLength(result.summary ?? '')).toBeLessThan(1024 * 1024);
      expect(result.summary).toContain('The diff is cut');
    },
    {
      base: { 'README.md': '# Shop\n', '.github/workflows/generated.yml': `${'#🚀\n'.repeat(160_000)}` },
      head: GO.head,
    },
  );

  scene('An Enterprise server is asked below /api/v3.', async (stage, rig) => {
    const environment = { GITHUB_SERVER_URL: 'https://ghe.example' };
    const result = await stage.run({ apiUrl: `${rig.url}/api/v3`, environment });
    expectProven(result);
    expect(result.requests.length).toBeGreaterThan(0);
    for (const { path } of result.requests) expect(path).toMatch(/^\/api\/(v3\/repos\/|graphql$)/);
    const [comment] = await stage.comments();
    expect(comment?.body).toContain('https://ghe.example/');
    expect(comment?.body).not.toContain('https://github.com/');
    // Its service for artifacts is an older one.
    expect(comment?.body).not.toContain('gh run download');
    expect(result.log).toContain('The artifact could not be kept');
  });

  scene('A workspace that belongs to another user, as in a container, is read all the same.', async (stage) => {
    const result = await stage.run({ before: `[ "$(id -u)" != 0 ] || chown -R 65534 .` });
    expectProven(result);
    expect(await stage.comments()).toHaveLength(1);
  });

  scene('With one second of time and a server that hangs the run is red, and says that time was up.', async (stage) => {
    stage.fault({ path: EVERY, answer: () => {} });
    const { conclusion, log, summary, outputs } = await stage.run({
      checkout: 'none',
      with: { 'timeout-seconds': '1' },
    });
    expect(conclusion).toBe('failure');
    expect(log).toContain('it did not answer in time');
    expect(summary).toContain('GITHUB_UNREACHABLE');
    expect(outputs).toMatchObject({ verdict: 'error', plan: '' });
  });
}

function inputs(scene: Scene): void {
  const refused: readonly (readonly [name: string, inputs: Readonly<Record<string, string>>, words: string])[] = [
    [
      'deliver: commit is refused with the delivery that there is.',
      { deliver: 'commit' },
      'deliver: commit comes in a later version; this one has comment and none.',
    ],
    [
      'deliver: pull-request is refused with the delivery that there is.',
      { deliver: 'pull-request' },
      'deliver: pull-request comes in a later version',
    ],
    [
      'A value that an input does not have is refused with those that it has.',
      { 'fail-on': 'panic' },
      "fail-on is 'panic'; it can be error, warning, fallback, never.",
    ],
    [
      'A time that is none is refused with the limits.',
      { 'timeout-seconds': '5m' },
      "timeout-seconds is '5m'; it must be a whole number from 1 to 300.",
    ],
  ];
  for (const [name, given, words] of refused)
    scene(name, async (stage) => {
      const { conclusion, log, requests, summary, outputs } = await stage.run({ with: given });
      expect(conclusion).toBe('failure');
      expect(log).toContain(words);
      expect(summary).toContain('agent-generate could not do it.');
      expect(outputs).toMatchObject({ verdict: 'error', plan: '' });
      expect(requests).toEqual([]);
    });
}

function refusing(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
  return (_: unknown, response: ServerResponse) => json(response, { message }, { status, headers });
}

/** A dozen lines of workflow for each, and their names are long in UTF-16 as in UTF-8. */
function emojis(): Record<string, string> {
  const names = Array.from({ length: 40 }, (_, index) => `${'🚀'.repeat(40)}${index}`);
  return Object.fromEntries(
    names.flatMap((name, index) => [
      [`${name}/go.mod`, `module example.com/m${index}\n\ngo 1.25\n`],
      [`${name}/x_test.go`, 'package m\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) {}\n'],
    ]),
  );
}
