import { describe, expect, it } from 'vitest';
import { LEFT_OUT, outgoing } from '../../src/secrets/outgoing.ts';
import { KEY, SECRETS } from '../fakes/secrets.ts';

const VALUE = 'hunter2-hunter2';
const RANDOM = ['q7Xv2LpZ9wRt4KmB', '8nYc3HsD6fGj'].join('');

describe('What leaves the machine', () => {
  it.each(SECRETS)('holds no %s', async (_, secret) => {
    const text = await outgoing(`before\nvalue ${secret} end\nafter`, []);
    expect(text).not.toContain(secret.slice(-12));
    expect(text).toMatch(/^before\n/);
    expect(text).toMatch(/\nafter$/);
  });

  it.each([
    ['DB_PASSWORD: correcthorse', 'DB_PASSWORD: [redacted]'],
    ['password = "correct horse"', 'password = [redacted]'],
    ["'api-key': 'abc def'", "'api-key': [redacted]"],
    ['export NPM_TOKEN=abcdef', 'export NPM_TOKEN=[redacted]'],
    ['client_secret := abcdef', 'client_secret := [redacted]'],
    ['run: deploy --token=abcdef --all', 'run: deploy --token=[redacted] --all'],
    ['run: deploy --password abcdef', 'run: deploy --password [redacted]'],
    ['curl -H "Bearer abcdefabcdef"', 'curl -H "Bearer [redacted]"'],
    ['redis://:abc@cache.acme.dev/0', 'redis://[redacted]@cache.acme.dev/0'],
    ['ask jane.doe+ci@acme.dev', 'ask [e-mail]'],
    ['at 10.1.2.3:8080', 'at [address]:8080'],
    ['in /home/jane/src and C:\\Users\\jane\\src', 'in /home/[user]/src and C:\\Users\\[user]\\src'],
    ['/Users/jane/go/bin/lint', '/Users/[user]/go/bin/lint'],
    ['ENV DB_PASSWORD hunter2plain', 'ENV DB_PASSWORD [redacted]'],
    ['ARG ADMIN_PASS=hunter2plain', 'ARG ADMIN_PASS=[redacted]'],
    ['DB_PASS: hunter2plain', 'DB_PASS: [redacted]'],
    ['curl -u admin:hunter2 https://acme.dev', 'curl -u admin:[redacted] https://acme.dev'],
    ['docker run -u 1000:1000 shop', 'docker run -u 1000:1000 shop'],
    ['docker login -u jane -p hunter2 ghcr.io', 'docker login -u jane -p [redacted] ghcr.io'],
    ['mysql -h db -phunter2 shop', 'mysql -h db -p[redacted] shop'],
    ['compass: north', 'compass: north'],
  ])('says nothing of %s', async (text, clean) => {
    expect(await outgoing(text, [])).toBe(clean);
  });

  it.each([
    ['in a comment', (key: string) => key.replaceAll('\n', '\n# ')],
    ['in a comment of a script', (key: string) => key.replaceAll('\n', '\n  // ')],
    ['indented', (key: string) => key.replaceAll('\n', '\n        ')],
    ['on one line', (key: string) => `"${key.replaceAll('\n', '\\n')}"`],
    ['without its end', (key: string) => key.split('\n').slice(0, -1).join('\n')],
  ])('holds no private key that stands %s', async (_, written) => {
    const clean = await outgoing(`before: 1\n${written(KEY)}\nafter: 1`, []);
    expect(clean).not.toContain('MIIEpAIBAAKCAQEA');
    expect(clean).toMatch(/^before: 1\n/);
  });

  it('holds no data of a Secret, and all else of its file', async () => {
    const text = [
      'apiVersion: v1',
      'kind: Secret',
      'metadata:',
      '  name: db',
      'data:',
      '  user: YWRtaW4=',
      '  pass: c2VjcmV0',
      'stringData:',
      '  file: |',
      '    first line',
      '    second: line',
      'type: Opaque',
    ].join('\n');
    const clean = await outgoing(text, []);
    for (const gone of ['YWRtaW4', 'c2VjcmV0', 'first line', 'second: line']) expect(clean).not.toContain(gone);
    for (const kept of ['name: db', 'user: [redacted]', 'type: Opaque']) expect(clean).toContain(kept);
  });

  it('holds no value that is known, however it is written', async () => {
    const ways = [VALUE, encodeURIComponent(`${VALUE}&`), Buffer.from(VALUE).toString('base64')];
    const clean = await outgoing(`a ${ways.join(' b ')} c`, [VALUE, `${VALUE}&`]);
    expect(clean).not.toMatch(/hunter2|aHVudGVyMi/);
  });

  it('leaves a line out that looks as if chance had made it', async () => {
    expect(await outgoing(`one\nx ${RANDOM} y\nthree`, [])).toBe(`one\n${LEFT_OUT}\nthree`);
    expect(await outgoing(`key ${'0f9a8b7c6d5e4123'.repeat(2)}`, [])).toBe(LEFT_OUT);
  });

  it('leaves as it is what tells of a pipeline', async () => {
    const text = [
      'permissions:',
      '  contents: read',
      '  id-token: write',
      'env:',
      '  TOKEN: ${{ secrets.NPM_TOKEN }}',
      '  NODE_AUTH_TOKEN: $TOKEN',
      '  PASSWORD: "${DB_PASSWORD}"',
      'secrets: inherit',
      'uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
      'image: postgres@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      'run: go test -run TestUserServiceV2CreatesOrdersForEverybody ./internal/payments/v2/...',
      'run: curl http://127.0.0.1:8080/healthz',
      'run: npm run build --workspace=@acme/shop-frontend-components2026',
      '"integrity": "sha512-v2kDEe57lecTulaDIuNTPy3Ry4gLGJ6Z1O3vE1krgXZNrsQ+LFTGHVxVjcXPs17LhbZVGedAJv8XZ1tvj5FvSg=="',
      'check: secret-scan',
      'tokens: 4096',
    ].join('\n');
    expect(await outgoing(text, [])).toBe(text);
  });

  it('covers nothing twice', async () => {
    const clean = await outgoing(SECRETS.map(([, secret]) => secret).join('\n'), [VALUE]);
    expect(await outgoing(clean, [VALUE])).toBe(clean);
  });
});
