import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/domain/pipeline.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { type GenerateInput, RELEASE_PATH } from '../../../src/generate/generate.ts';
import { registryOf } from '../../../src/generate/plan/registry.ts';
import { generateOver, workflowOf } from '../generating.ts';
import { command, profileOf, requestOf, service, unit, unitOf } from '../profiles.ts';

const all = { all: true } as const;
const profile = profileOf([unit({ directory: 'cart' }), unit({ directory: 'web' })], [service('cart'), service('web')]);

function over(intents: readonly Intent[], options: Partial<GenerateInput> = {}) {
  return generateOver(profile, requestOf(...intents), options);
}

function image(more: Partial<Extract<Intent, { kind: 'image' }>>): Intent {
  return { kind: 'image', for: all, ...more };
}

type Push = Extract<Step, { kind: 'push-image' }>;

function pushesIn({ jobs }: { readonly jobs: readonly { readonly steps: readonly Step[] }[] }): Push[] {
  return jobs.flatMap(({ steps }) => steps.filter((step): step is Push => step.kind === 'push-image'));
}

describe('Images', () => {
  it('are pushed nowhere, and scanned by nobody, unless that is asked for', () => {
    const { pipeline, release, text } = over([]);
    expect(pushesIn(pipeline)).toEqual([]);
    expect(release).toBeNull();
    expect(text).not.toMatch(/anchore|packages: write|id-token/);
  });

  it('of the default branch are scanned, described and signed unless that is refused', () => {
    const { pipeline, findings } = over([image({ push: 'default-branch' })]);
    expect(pushesIn(pipeline).map(({ push }) => push)).toEqual([
      {
        registry: { host: 'ghcr.io', namespace: null, login: { kind: 'github' } },
        platforms: [],
        foreign: [],
        isScanned: true,
        hasSbom: true,
        hasProvenance: true,
        isSigned: true,
        tag: 'commit',
      },
    ]);
    expect(findings).toEqual([]);
    const refused = over([image({ push: 'default-branch', scan: false, sbom: false, provenance: false, sign: false })]);
    expect(pushesIn(refused.pipeline)[0]?.push).toMatchObject({ isScanned: false, hasSbom: false, isSigned: false });
    expect(refused.text).not.toMatch(/anchore|cosign|id-token|sbom: true|mode=max\n.*provenance/);
  });

  it('are pushed once all checks of the default branch have passed, by one job that alone has the rights', () => {
    const { jobs } = workflowOf(over([image({ push: 'default-branch' })]).text);
    const { push, 'ci-gate': gate, ...checks } = jobs;
    expect(push?.needs).toEqual(Object.keys(checks));
    expect(push?.if).toBe(
      "github.event_name == 'push' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
    );
    expect(push?.permissions).toEqual({ contents: 'read', packages: 'write', 'id-token': 'write' });
    expect(gate?.needs).toContain('push');
    const rights = Object.values(checks).map(({ permissions }) => permissions);
    expect(rights).toEqual(rights.map(() => ({ contents: 'read' })));
  });

  it('take the rows of the job that builds the same ones, and say their own where they are fewer', () => {
    const includeOf = (intents: readonly Intent[]) => {
      const { jobs } = workflowOf(over(intents).text);
      return (jobs.push ?? jobs['web-push'])?.strategy?.matrix.include;
    };
    expect(includeOf([image({ push: 'default-branch' })])).toBe('${{ fromJSON(needs.changes.outputs.images) }}');
    expect(includeOf([image({ for: { service: 'web' }, push: 'default-branch' })])).toBeUndefined();
  });

  it('come from no cache where they are pushed, whatever the build before keeps', () => {
    const { jobs } = workflowOf(over([image({ push: 'default-branch' })]).text);
    expect(JSON.stringify(jobs.push)).not.toContain('type=gha');
    expect(JSON.stringify(jobs.image)).toContain('type=gha');
  });

  it('are scanned in pull requests where one asks for it, or where they are pushed one day', () => {
    const scans = (intent: Intent) => JSON.stringify(workflowOf(over([intent]).text).jobs.image).includes('anchore/');
    expect(scans(image({ scan: true }))).toBe(true);
    expect(scans(image({ push: 'tag' }))).toBe(true);
    expect(scans(image({ push: 'tag', scan: false }))).toBe(false);
  });

  it('of tags stand in a file of their own, which no branch starts, and whose name the first file does not know', () => {
    const { text, releaseText, release } = over([
      image({ push: 'tag', platforms: ['linux/amd64', 'linux/arm64'] }),
      { kind: 'trigger', on: 'tag', ensure: true, tags: ['release-*'] },
    ]);
    expect(workflowOf(text).on).not.toHaveProperty('push.tags');
    expect(text).not.toContain('docker/login-action');
    expect(workflowOf(releaseText ?? '').on).toEqual({ push: { tags: ['release-*'] } });
    expect(release?.caches).toBe(false);
    expect(pushesIn(release ?? { jobs: [] })[0]?.push).toMatchObject({ foreign: ['linux/arm64'], tag: 'git-tag' });
    const { push, ...verifying } = workflowOf(releaseText ?? '').jobs;
    expect(push?.needs).toEqual(Object.keys(verifying));
    expect(Object.keys(verifying)).toEqual(['cart-test', 'cart-build', 'web-test', 'web-build']);
  });

  it('are pushed from a machine of one’s own as they are: no pull request starts that job', () => {
    const wanted = image({ push: 'default-branch' });
    const pushed = (intents: readonly Intent[]) => workflowOf(over(intents).text).jobs.push;
    const own = pushed([wanted, { kind: 'runner', for: all, labels: ['self-hosted'] }]);
    expect(own).toMatchObject({ 'runs-on': 'self-hosted', if: pushed([wanted])?.if });
  });

  it('need QEMU for no platform that the runner is of itself', () => {
    const on = (labels: string[], platforms: string[]) =>
      over([image({ push: 'default-branch', platforms }), { kind: 'runner', for: all, labels }]).text;
    expect(on(['ubuntu-24.04-arm'], ['linux/arm64'])).not.toContain('qemu');
    expect(on(['ubuntu-24.04'], ['linux/arm64'])).toContain('platforms: linux/arm64');
    expect(on(['ubuntu-24.04'], ['linux/amd64'])).not.toContain('qemu');
  });

  it('are scanned as the platform that the runner is of itself, where that is one of them', () => {
    const { text } = over([image({ push: 'default-branch', scan: true, platforms: ['linux/arm64', 'linux/amd64'] })]);
    const scanned = workflowOf(text).jobs.push?.steps.find(({ name }) => name === 'Build the image for the scan');
    expect(scanned?.with).toMatchObject({ platforms: 'linux/amd64' });
  });

  it('of a registry that is not GitHub’s are pushed in a protected environment, and a note says what to set up', () => {
    const { text, findings } = over([image({ push: 'default-branch', registry: 'docker.io' })]);
    const { push } = workflowOf(text).jobs;
    expect(push).toMatchObject({
      environment: 'image-registry',
      permissions: { contents: 'read', 'id-token': 'write' },
    });
    expect(findings).toMatchObject([
      { rule: 'SETUP_NEEDED', level: 'note', message: expect.stringMatching(/REGISTRY_PASSWORD/) },
    ]);
  });

  it.each([
    ['is started by no push', { kind: 'trigger', on: 'push', ensure: false }, /^No push to the default branch/],
    [
      'is started by pushes to other branches',
      { kind: 'trigger', on: 'push', ensure: true, branches: ['develop'] },
      /^No push to the default branch/,
    ],
  ] satisfies readonly (readonly [string, Intent, RegExp])[])(
    'are left out where the pipeline %s',
    (_, trigger, why) => {
      const { pipeline } = over([image({ push: 'default-branch' }), trigger]);
      expect(pushesIn(pipeline)).toEqual([]);
      expect(pipeline.unsupported).toMatchObject([{ why: expect.stringMatching(why) }]);
    },
  );

  it('of tags are left out where the trigger is taken away', () => {
    const { release, pipeline } = over([image({ push: 'tag' }), { kind: 'trigger', on: 'tag', ensure: false }]);
    expect(release).toBeNull();
    expect(pipeline.unsupported).toMatchObject([{ why: expect.stringMatching(/trigger `tag` is taken away/) }]);
  });

  it('that a build tool makes are built and kept, and that is said', () => {
    const jib = service('api', {
      image: { kind: 'jib', dockerfile: null, build: [command('mvn jib:dockerBuild', 'api')] },
    });
    const made = profileOf([unitOf('maven', { directory: 'api', ecosystem: 'java' })], [jib]);
    const { pipeline } = generateOver(made, requestOf(image({ push: 'default-branch' })));
    expect(pushesIn(pipeline)).toEqual([]);
    expect(pipeline.unsupported).toMatchObject([{ why: expect.stringMatching(/made by jib.*not pushed/) }]);
  });

  it('are no part of what a pull request changes: a release’s file concerns none of its jobs', () => {
    expect(over([image({ push: 'tag' })]).text).not.toContain(RELEASE_PATH);
  });
});

describe('A registry', () => {
  it.each([
    [undefined, 'ghcr.io', null, { kind: 'github' }],
    ['ghcr.io/acme', 'ghcr.io', 'acme', { kind: 'github' }],
    ['docker.io', 'docker.io', null, { kind: 'secrets' }],
    ['registry.example.com:5000/team/images/', 'registry.example.com:5000', 'team/images', { kind: 'secrets' }],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      null,
      { kind: 'aws', region: 'eu-west-1' },
    ],
    ['europe-docker.pkg.dev/p/r', 'europe-docker.pkg.dev', 'p/r', { kind: 'google' }],
    ['ourdocker.pkg.dev/p', 'ourdocker.pkg.dev', 'p', { kind: 'secrets' }],
    ['acme.azurecr.io', 'acme.azurecr.io', null, { kind: 'azure', name: 'acme' }],
  ] as const)('%s is read', (written, host, namespace, login) => {
    expect(registryOf(written)).toEqual({ host, namespace, login });
  });

  it.each(['dockerhub', 'GHCR.io', 'ghcr.io/$(id)', 'ghcr.io/a b', 'ghcr.io/../x', '-x.io', 'ghcr.io/"x'])(
    '%s is none',
    (written) => {
      expect(registryOf(written)).toBeNull();
    },
  );
});
