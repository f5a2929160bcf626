import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/domain/request.ts';
import { CONTAINER_KINDS } from '../../../src/generate/plan/container-kinds.ts';
import { catalogues, generateOver, jobsOver } from '../generating.ts';
import { need, profileOf, requestOf, unit, unitOf } from '../profiles.ts';

const wish = (rest: Partial<Extract<Intent, { kind: 'service' }>> = {}) =>
  requestOf({ kind: 'service', for: { all: true }, service: 'postgres', ...rest });

describe('Containers beside tests', () => {
  it.each([...CONTAINER_KINDS])('%s has a default whose digest is known, where one of its image is', (_, kind) => {
    const { image, version } = kind;
    const known = [...catalogues.images.keys()].filter((tag) => tag.startsWith(`${image}:`));
    expect(known.length === 0 || known.includes(`${image}:${version}`)).toBe(true);
  });

  it('are there for memcached, which is ready as it starts', () => {
    const jobs = jobsOver(profileOf([unit({ needs: [need('memcached', { version: '1.6.38' })] })]));
    expect(jobs['go-test']?.services?.memcached).toEqual({ image: 'memcached:1.6.38', ports: ['11211:11211'] });
  });

  it('stand beside the tests that need them, ready before they start, and beside no other job', () => {
    const jobs = jobsOver(profileOf([unit({ needs: [need('postgres', { version: '16' })] })]));
    expect(jobs['go-test']?.services?.postgres).toEqual({
      image: `postgres:16@${catalogues.images.get('postgres:16')}`,
      env: { POSTGRES_PASSWORD: 'postgres' },
      ports: ['5432:5432'],
      options: '--health-cmd pg_isready --health-interval 5s --health-timeout 5s --health-retries 12',
    });
    expect(jobs['go-build']?.services).toBeUndefined();
  });

  it('of two that listen at one port the one that the repository shows is there: a job with both could not start', () => {
    const profile = profileOf([unit({ needs: [need('mysql', { version: '8.4' })] })]);
    const asked = wish({ service: 'mariadb', version: '11' });
    expect(Object.keys(jobsOver(profile, asked)['go-test']?.services ?? {})).toEqual(['mysql']);
    expect(generateOver(profile, asked).pipeline.unsupported.map(({ why }) => why)).toEqual([
      'Another container beside the same tests listens at its port, and a job with both could not start.',
    ]);
    const other = wish({ service: 'redis' });
    expect(Object.keys(jobsOver(profile, other)['go-test']?.services ?? {})).toEqual(['redis', 'mysql']);
  });

  it('keep a tag without a known digest', () => {
    const jobs = jobsOver(profileOf([unit({ needs: [need('postgres', { version: '9.6' })] })]));
    expect(jobs['go-test']?.services?.postgres?.image).toBe('postgres:9.6');
  });

  it.each(['library/', 'docker.io/library/', 'docker.io/', 'index.docker.io/library/', ''])(
    'have the digest of an image of Docker Hub that is called %spostgres',
    (before) => {
      const container = { image: `${before}postgres:16`, ports: [], options: [], entrypoint: null, command: null };
      const jobs = jobsOver(profileOf([unit({ needs: [need('postgres', { version: '16', container })] })]));
      expect(jobs['go-test']?.services?.postgres?.image).toBe(`postgres:16@${catalogues.images.get('postgres:16')}`);
    },
  );

  it('keep the name of an image of another registry, and of another one of Docker Hub', () => {
    for (const image of ['ghcr.io/library/postgres:16', 'docker.io/acme/postgres:16']) {
      const container = { image, ports: [], options: [], entrypoint: null, command: null };
      const jobs = jobsOver(profileOf([unit({ needs: [need('postgres', { version: '16', container })] })]));
      expect(jobs['go-test']?.services?.postgres?.image).toBe(image);
    }
  });

  it('have the environment that the repository gives them, where its names are names', () => {
    const environment = { POSTGRES_DB: 'shop', POSTGRES_PASSWORD: 'x', '--privileged': '1' };
    const jobs = jobsOver(profileOf([unit({ needs: [need('postgres', { environment })] })]));
    expect(jobs['go-test']?.services?.postgres?.env).toEqual({ POSTGRES_PASSWORD: 'x', POSTGRES_DB: 'shop' });
  });

  it('have the version that was asked for, however wide the wish, and no line of the repository then', () => {
    const profile = profileOf([unit({ needs: [need('postgres', { version: '17' })] })]);
    const { text } = generateOver(profile, wish({ version: '15' }));
    expect(text).toContain('image: postgres:15@');
    expect(text).not.toContain('compose.yaml:7');
    expect(generateOver(profile, wish({ version: '17' })).text).toContain('      # compose.yaml:7\n      postgres:\n');
    expect(generateOver(profile, wish()).text).toContain('      # compose.yaml:7\n      postgres:\n');
  });

  it('do not take for a version what is none', () => {
    const { text } = generateOver(profileOf([unit()]), wish({ version: '17 --privileged' }));
    expect(text).toContain('image: postgres:17@');
  });

  it('are asked by a command whose words only double quotes hold together', () => {
    const jobs = jobsOver(profileOf([unit({ needs: [need('clickhouse'), need('mongo'), need('redis')] })]));
    const options = ['clickhouse', 'mongo', 'redis'].map((name) => String(jobs['go-test']?.services?.[name]?.options));
    expect(options[0]).toMatch(/^--health-cmd "clickhouse-client --query \\"SELECT 1\\"" --health-interval/);
    expect(options[1]).toContain('\\" || mongo --quiet');
    expect(options[2]).toMatch(/^--health-cmd "redis-cli ping" --health-interval/);
    expect(options.join()).not.toContain("'");
  });

  it('stand beside the one of two units of a folder that needs them, and beside both where that is asked for', () => {
    const node = unitOf('npm', { ecosystem: 'node' });
    const profile = profileOf([node, unit({ directory: '.', needs: [need('postgres')] })]);
    const servicesOf = (jobs: ReturnType<typeof jobsOver>) =>
      ['node-test', 'go-test'].map((id) => Object.keys(jobs[id]?.services ?? {}));
    expect(servicesOf(jobsOver(profile))).toEqual([[], ['postgres']]);
    expect(servicesOf(jobsOver(profile, wish()))).toEqual([['postgres'], ['postgres']]);
    expect(servicesOf(jobsOver(profile, wish({ for: { path: '.' }, service: 'redis' })))).toEqual([
      ['redis'],
      ['postgres', 'redis'],
    ]);
  });

  it('come for a unit that shows no need, where they are asked for', () => {
    const jobs = jobsOver(profileOf([unit()]), wish({ service: 'redis' }));
    expect(Object.keys(jobs['go-test']?.services ?? {})).toEqual(['redis']);
  });
});
