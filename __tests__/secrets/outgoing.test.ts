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
    ['POSTGRES_PASSWORD: ${PW:-hunter2}', 'POSTGRES_PASSWORD: ${PW:-[redacted]}'],
    ['POSTGRES_PASSWORD: "${PW-hunter2}"', 'POSTGRES_PASSWORD: "${PW-[redacted]}"'],
    ['DB_PASS=${A:-${B:=hunter2}}', 'DB_PASS=${A:-${B:=[redacted]}}'],
    ['psql "${DB_PASSWORD:=hunter2}"', 'psql "${DB_PASSWORD:=[redacted]}"'],
    ['["redis-server", "--requirepass", "hunter2"]', '["redis-server", "--requirepass", [redacted]]'],
    ["['app', '--db-password', 'x']", "['app', '--db-password', [redacted]]"],
    ['gpg --batch --passphrase hunter2', 'gpg --batch --passphrase [redacted]'],
    ['redis-server --requirepass hunter2', 'redis-server --requirepass [redacted]'],
    ['deploy --password "correct horse" --all', 'deploy --password [redacted] --all'],
    ["docker login -u jane -p 'hunter2'", 'docker login -u jane -p [redacted]'],
    ['<db.password>hunter2</db.password>', '<db.password>[redacted]</db.password>'],
    ['<apiKey xml:lang="en">hunter2</apiKey>', '<apiKey xml:lang="en">[redacted]</apiKey>'],
    ['<passphrase><![CDATA[hunter2]]></passphrase>', '<passphrase><![CDATA[[redacted]]]></passphrase>'],
    ['<add key="DbPassword" value="hunter2"/>', '<add key="DbPassword" value=[redacted]/>'],
    ['{"name": "DB_PASSWORD", "value": "hunter2"}', '{"name": "DB_PASSWORD", "value": [redacted]}'],
    ['<ns:clientSecret>x</ns:clientSecret>', '<ns:clientSecret>[redacted]</ns:clientSecret>'],
    ['<property name="db.password">x</property>', '<property name="db.password">[redacted]</property>'],
    ['{"name":"TOKEN","type":"plain","value":"x"}', '{"name":"TOKEN","type":"plain","value":[redacted]}'],
    ['DB_PASSWORD="${DB_PASSWORD:-"hunter2"}"', 'DB_PASSWORD="${DB_PASSWORD:-"[redacted]"}"'],
    ['app --db.password hunter2', 'app --db.password [redacted]'],
    ['app --dbPassword hunter2', 'app --dbPassword [redacted]'],
    ['app --db_password hunter2', 'app --db_password [redacted]'],
    ['sshpass -p hunter2 ssh acme', 'sshpass -p [redacted] ssh acme'],
    ['sshpass -phunter2 ssh acme', 'sshpass -p[redacted] ssh acme'],
    ['redis-cli -h db -a hunter2', 'redis-cli -h db -a [redacted]'],
    ['docker build --secret id=npm,src=.npmrc', 'docker build --secret id=npm,src=.npmrc'],
    ['"auth": "amFuZTpodW50ZXIy"', '"auth": [redacted]'],
    ['//npm.acme.dev/:_auth=amFuZTpodW50ZXIy', '//npm.acme.dev/:_auth=[redacted]'],
    ['password: "$hunter2hunter2"', 'password: "[redacted]"'],
    ['DB_PASSWORD=$2y$10$abcdef', 'DB_PASSWORD=[redacted]'],
    ['deploy --token $ecret1!', 'deploy --token [redacted]'],
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

  it.each([
    ['an address', encodeURIComponent],
    ['base64', (value: string) => Buffer.from(value).toString('base64')],
    ['JSON', (value: string) => JSON.stringify(value).slice(1, -1)],
  ])('holds no known value as %s has it', async (_, encoded) => {
    const value = 'horse "staple"\\ & söhne';
    expect(await outgoing(`a ${encoded(value)} b`, [value])).toBe('a [redacted] b');
  });

  it.each(['', 'j', 'jo', 'jan', 'jane:'])(
    'holds no known value in base64 behind %j, nor in other digits',
    async (name) => {
      const value = 'correct-horse-battery>>>???';
      const written = Buffer.from(`${name}${value}:x`).toString('base64');
      const inside = Buffer.from(value).toString('base64').slice(8, -8);
      for (const text of [
        written,
        written.replaceAll('+', '-').replaceAll('/', '_'),
        Buffer.from(value).toString('hex'),
      ]) {
        const clean = await outgoing(`a ${text} b`, [value]);
        expect(clean).toMatch(/^a \S*\[redacted\]\S* b$/);
        expect(clean.length).toBeLessThan(36);
        expect(clean).not.toContain(inside);
      }
    },
  );

  it('holds no line of a known value, and leaves lines that say nothing', async () => {
    const value = 'correct horse\r\n  battery staple\nshort\n';
    const text = '+  correct horse\n+  battery staple\n+  short';
    expect(await outgoing(text, [value])).toBe('+  [redacted]\n+  [redacted]\n+  short');
    expect(await outgoing(`a ${JSON.stringify(value)} b`, [value])).toBe('a "[redacted]" b');
  });

  it('knows the key of another by its first line, and the Secret by its kind, where these stand in a known value too', async () => {
    const clean = await outgoing(`# ${KEY.replaceAll('\n', '\n# ')}`, [KEY.replaceAll(/[a-z]/g, 'x')]);
    expect(clean).not.toContain('MIIEpAIBAAKCAQEA');
    const secret = 'kind: Secret\ndata:\n  user: YWRtaW4=';
    expect(await outgoing(secret, ['kind: Secret\ndata:\n  user: b3RoZXI='])).not.toContain('YWRtaW4');
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
      'password_file: /run/secrets/db',
      'function login(user: User, password: string, token?: string) {}',
      'tokenizer: bert',
      'password: ""',
      'run: deploy --token "$TOKEN" --password $(cat file) --secret ${{ secrets.X }}',
      'args: ["--password", "$PASSWORD", "--token", "--all"]',
      'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-} ${POSTGRES_PASSWORD:?is needed} ${PORT:-8080}',
      'POSTGRES_PASSWORD: ${PW:-$OTHER}',
      'token: $this->token',
      'secret=$1',
      '<db.password>${env.DB_PASSWORD}</db.password><passwordEncoder>bcrypt</passwordEncoder><secrets></secrets>',
      '"auth": "required"',
      '{ name: DB_HOST, value: db }, { name: DB_PASSWORD, value: $PASSWORD }',
    ].join('\n');
    expect(await outgoing(text, [])).toBe(text);
  });

  it('covers nothing twice', async () => {
    const clean = await outgoing(SECRETS.map(([, secret]) => secret).join('\n'), [VALUE]);
    expect(await outgoing(clean, [VALUE])).toBe(clean);
  });
});
