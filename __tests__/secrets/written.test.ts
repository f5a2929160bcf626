import { describe, expect, it } from 'vitest';
import { outgoing } from '../../src/secrets/outgoing.ts';

/** Made up; plain enough that only where it stands tells that it is secret. */
const S = 'Sommer7x';
const T = 'Winter8x';

/** As files of a change have secrets: each text holds one of the two, or both, and none may be left. */
const WRITTEN: readonly (readonly [where: string, ...texts: string[]])[] = [
  [
    'begins with a sign',
    ...['@', '!', '*', '&', '|', '%', '<', '#'].map((sign) => `DB_PASSWORD=${sign}${S}`),
    `password: @${S}`,
    `password: %${S}`,
  ],
  ['has a sign in it', ...[';', ',', ')', ']', '"', "'", '$', '\\"'].map((sign) => `DB_PASSWORD=abc${sign}${S}`)],
  [
    'is of several words',
    `password: correct ${S}`,
    `db.password=correct ${S}`,
    `password: "correct \\"${S}"`,
    `password: 'correct ''${S}'`,
    `docker run -e "DB_PASSWORD=correct ${S}" db`,
    `ENV DB_PASSWORD correct ${S}`,
    `ENV DB_PASSWORD=correct\\ ${S}`,
    `curl -u "jane:correct ${S}" https://acme.dev`,
  ],
  [
    'stands beside a reference',
    `password: "\${PW}${S}"`,
    `DB_PASSWORD=\${PREFIX}${S}`,
    `DB_PASSWORD=${S}\${SUFFIX}`,
    `DB_PASSWORD="$PREFIX-${S}"`,
    `PASSWORD=\${PW:+${S}}`,
    `password: \${{ secrets.X || '${S}' }}`,
    `const secret = process.env.SECRET ?? "${S}";`,
    `password: \${{ '${S}' }}`,
    `password: "{{ lookup('env','X') | default('${S}') }}"`,
    `password = var.x != "" ? var.x : "${S}"`,
    `password = base64encode("${S}")`,
    `PASSWORD="x"'${S}'`,
    `url."https://${S}:@github.com/".insteadOf`,
    `url: postgres://shop:${S}@\${DB_HOST}/shop`,
    `url: postgres://shop:${S}@{{ host }}/shop`,
    `curl -u "\${NEXUS_USER}:${S}" https://acme.dev`,
    `url: https://\${USER}:${S}@acme.dev`,
  ],
  [
    'is in a list',
    `"password": [\n  "${S}"\n]`,
    `"passwords": ["${S}", "${T}"]`,
    `passwords:\n  - ${S}\n  - ${T}`,
    `tokens: [${S}, ${T}]`,
  ],
  [
    'goes over lines',
    `password: "${S}\n  ${T}"`,
    `password: ab\n  ${S}`,
    `PASSWORD = """\n${S}\n"""`,
    `password = <<EOF\n${S}\nEOF`,
    `cat > ~/.pgpass <<EOF\ndb.acme.dev:5432:shop:shop:${S}\nEOF`,
    `- name: DB_PASSWORD\n  a: 1\n  b: 1\n  c: 1\n  d: 1\n  e: 1\n  value: ${S}`,
  ],
  [
    'is what is taken where nothing is given',
    `inputs:\n  api-token:\n    required: true\n    default: "${S}"`,
    `variable "db_password" {\n  type = string\n  default = "${S}"\n}`,
    `variable "NPM_TOKEN" { default = "${S}" }`,
    `os.environ.get("DB_PASSWORD", "${S}")`,
    `pw := env_var_or_default("DB_PASSWORD", "${S}")`,
    `@Value("\${db.password:${S}}")`,
  ],
  ['has a mark of YAML before it', `password: &pw ${S}`, `password: !!str ${S}`],
  [
    'stands by a name that was not known',
    ...['ENCRYPTION_KEY', 'SECRET_KEY_BASE', 'DB_CREDS', 'GH_PAT', 'DB_PW', 'dbPass', 'DBPASS', 'BASIC_AUTH'].map(
      (name) => `${name}=${S}`,
    ),
    ...['password1', 'DB_PASSWORD_PROD', 'tokenValue', 'TOKEN_PROD', 'MINIO_SECRET_KEY', 'client-key-data'].map(
      (name) => `${name}: ${S}`,
    ),
  ],
  [
    'stands by its name as code has it',
    `"password"     :     "${S}"`,
    `:password => '${S}'`,
    `DB_PASSWORD ?= ${S}`,
    `config["password"] = "${S}"`,
    `const Password string = "${S}"`,
    `let apiKey: string = '${S}';`,
    `SECRET_KEY = b'${S}'`,
    `environment "DB_PASSWORD", "${S}"`,
    `Credentials("Realm", "acme.dev", "jane", "${S}")`,
    `string(name: 'TOKEN', defaultValue: '${S}')`,
    `api_key:\n  # why\n  ${S}`,
    `Log in with admin / password ${S}`,
    `define('DB_PASSWORD', '${S}');`,
    `ds.setPassword("${S}");`,
    `password.set("${S}")`,
    `storePassword "${S}"`,
    `set(API_TOKEN "${S}")`,
    `set -x DB_PASSWORD ${S}`,
    `ALTER ROLE shop PASSWORD '${S}';`,
    `CREATE USER 'shop'@'%' IDENTIFIED BY '${S}';`,
    `auth=('jane', '${S}')`,
    `$password = ConvertTo-SecureString "${S}" -AsPlainText`,
    `curl -d "{\\"password\\":\\"${S}\\"}" https://acme.dev`,
    `password:\u00a0${S}`,
    `password\uff1a ${S}`,
    `# the password is ${S}`,
    `machine github.com login jane password ${S}`,
    `requirepass ${S}`,
  ],
  [
    'goes into a command',
    `echo ${S} | docker login -u jane --password-stdin`,
    `docker login -u jane --password-stdin <<< "${S}"`,
    `echo "root:${S}" | chpasswd`,
    `docker login -u jane -p=${S}`,
    `docker login -u jane -p${S} ghcr.io`,
    `twine upload -u __token__ -p ${S} dist/*`,
    `dotnet nuget push x.nupkg -k ${S}`,
    `openssl enc -d -aes-256-cbc -k ${S} -in x`,
    `unzip -P ${S} a.zip`,
    `7z x -p${S} a.7z`,
    `mysql -uroot -p'${S}' shop`,
    `["docker", "login", "-u", "jane", "-p", "${S}"]`,
    `rabbitmqctl add_user jane ${S}`,
    `gh secret set TOKEN --body "${S}"`,
    `echo ${S} | wrangler secret put TOKEN`,
    `TOKEN=$(echo ${S})`,
    `password=\\\n${S}`,
    `curl -u:${S} https://acme.dev`,
    `sqlcmd -S db -U sa -P ${S} -Q "SELECT 1"`,
    `mongosh -u root -p ${S}`,
    `["CMD", "mysqladmin", "ping", "-p${S}"]`,
    `["CMD", "redis-cli", "-a", "${S}", "ping"]`,
    `cargo login ${S}`,
    `npm config set //npm.acme.dev/:_authToken ${S}`,
    `poetry config http-basic.acme jane ${S}`,
    `keytool -genkey -storepass ${S} -alias a`,
    `kubectl create secret generic db --from-literal=who=${S}`,
    `echo "::add-mask::${S}"`,
    `curl -su jane:${S} https://acme.dev`,
  ],
  [
    'is in a header or an address',
    `curl -H "Authorization: Bearer ${S}" https://acme.dev`,
    `curl -H "Authorization: ${S}" https://acme.dev`,
    `curl -H "Cookie: session=${S}" https://acme.dev`,
    `AccountName=a;AccountKey=${S};EndpointSuffix=core`,
    `https://a.blob.acme.dev/c?sv=2020&sig=${S}`,
    `https://discord.com/api/webhooks/123456789012345678/${S}`,
  ],
  [
    'is of a Secret',
    `{"kind": "Secret", "data": {"who": "${S}"}}`,
    `{\n  "kind": "Secret",\n  "data": {\n    "who": "${S}"\n  }\n}`,
    `secretGenerator:\n- name: db\n  literals:\n  - who=${S}`,
  ],
  [
    'is a line of a key',
    `const k = '-----BEGIN RSA PRIVATE KEY-----\\n' +\n  '${S}\\n' +\n  '${T}\\n';`,
    `echo "-----BEGIN RSA PRIVATE KEY-----" > k\necho "${S}" >> k`,
    `Private-Lines: 2\n${S}\n${T}\nPrivate-MAC: x`,
  ],
];

describe.each(WRITTEN)('A secret that %s', (_, ...texts) => {
  it.each(texts.flatMap((text) => ['', '+', ' '].map((sign) => text.replaceAll(/^/gm, sign))))(
    'does not leave: %j',
    async (text) => {
      expect(await outgoing(text, [])).not.toMatch(/Sommer7x|Winter8x/);
    },
  );
});

describe('What only speaks of secrets', () => {
  it.each([
    'password: ${{ secrets.X }}',
    'password: "${{ secrets.A || secrets.B }}"',
    "token: ${{ github.ref == 'refs/heads/main' && secrets.TOKEN || '' }}",
    'password: ${{secrets.X}} # why',
    '- DB_PASSWORD=${DB_PASSWORD:?Variable not set}',
    "REDIS_PASSWORD=$(kubectl get secret redis -o jsonpath='{.data.auth}' | base64 -d)",
    'TOKEN=$(docker compose -f docker-compose.yml run \\',
    '@echo "API_KEY=$$(az keys list -n $(NAME) -o tsv)" >> .env',
    'Authorization: Bearer ${TOKEN}',
    'url: https://x-access-token:${TOKEN}@github.com/acme/shop',
    'const secret = useSecret(x)',
    'token = os.environ["TOKEN"]',
    "mavenPassword = project.hasProperty('mavenPassword') ? project.mavenPassword : ''",
    'password: process.env.DB_PASSWORD,',
    'password: *password',
    'MasterUserPassword: !Ref DbPassword',
    'from_secret: docker_password',
    'secrets: [docker_username, docker_password]',
    '"secrets":["NPM_TOKEN","GITHUB_TOKEN"],"a":1',
    'docker run -v $PWD:/host -v `pwd`:/repo shop',
    '- ../../secrets:/etc/shop',
    'if: token == "" || token != other',
    'hasToken::true',
    '"jsonwebtoken": "^9.0.2",',
    '"firebase-auth": "~1.2",',
    '--post-data "token=${{ secrets.TOKEN }}&project=shop"',
    'echo "you should pass \'TARGET=xxx\' to make"',
    '- valkey_data:/data',
    'https://docs.acme.dev/webhooks/events-and-payloads',
    'password: fn("name")',
    'option(DISABLE_BASIC_AUTH "Disable this authentication" OFF)',
    'ENTRYPOINT locust -u "${USERS:-10}"',
    'Kubernetes auth: basic',
    'git clone git@github.com:acme/shop.git',
    'echo "/home/runner/go/bin" >> $GITHUB_PATH',
    'go_linux_amd64_SHA256SUM=675c26c449cbb18fc24b74650de1eabbae6e16f64326fd85a283fb3b58280685',
    'sha256sum x | grep -qF faa2222ab5deb2c2aac229c760bf4d45aca5379f5af97865c308a0467046b67a && unzip x',
    "export FLAGS='-DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc -DROOT_DIR=C:/msys64/mingw64'",
    'LDFLAGS=-L/opt/amiga/AmiSSL/Developer/lib/AmigaOS3 \\',
    'TENANT_ID=707d0855-80ab-4e1f-a156-f1c4546cbf52',
  ])('stays: %j', async (text) => {
    expect(await outgoing(text, [])).toBe(text);
  });

  it('is told with its references where a default goes', async () => {
    expect(await outgoing("password: ${{ secrets.X || 'x' }}", [])).toBe('password: ${{ secrets.X || [redacted] }}');
  });
});

it('A number is a password by its name alone', async () => {
  expect(await outgoing('PIN_PASSWORD: 482913\nmax_tokens: 100000', [])).toBe(
    'PIN_PASSWORD: [redacted]\nmax_tokens: 100000',
  );
});

it('Where a pattern knows the beginning of a secret alone, its end goes too', async () => {
  const key = ['wJalrXUtnFEMI/K7', 'MDENG/bPxRfiCYABCDEFGHIJ'].join('');
  const clean = await outgoing(`aws_secret_access_key = ${key}`, []);
  expect(clean).not.toContain('CYABCDEFGHIJ');
});

it('A hostile text costs nothing that grows with its square', async () => {
  const pieces = [
    'token=${{',
    'token=$(',
    'token={{ ',
    'token=<<A\n',
    'token="""',
    'token="',
    "token='a\n",
    'token: [',
    'auth=(',
  ];
  const more = [
    'echo a ',
    'login -p ',
    'config ',
    'curl -u a:',
    'value: a name',
    'variable "token" {',
    'Auth=',
    '\u00a0',
    'token is ',
  ];
  for (const piece of [...pieces, ...more])
    expect(typeof (await outgoing(piece.repeat(100_000 / piece.length), []))).toBe('string');
});
