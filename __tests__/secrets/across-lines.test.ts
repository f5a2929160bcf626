import { describe, expect, it } from 'vitest';
import { outgoing } from '../../src/secrets/outgoing.ts';
import { withoutPrivate } from '../../src/secrets/private.ts';

/** As files have it, and as a diff has it. */
const SIGNS = [
  ['a file', ''],
  ['lines that are new', '+'],
  ['lines that are gone', '-'],
  ['lines between', ' '],
] as const;

const signed = (text: string, sign: string) => text.replaceAll(/(^|\n)/g, `$1${sign}`);

describe.each(SIGNS)('In %s', (_, sign) => {
  it.each([
    ['- name: DB_PASSWORD\n  value: hunter2', '- name: DB_PASSWORD\n  value: [redacted]'],
    ['  - name: "API_KEY"\n    value: "hunter2"', '  - name: "API_KEY"\n    value: [redacted]'],
    ['- name: DB_PASSWORD\n  value: |-\n    hunter2', '- name: DB_PASSWORD\n  value: |-\n    [redacted]'],
    ['{\n  "name": "TOKEN",\n  "value": "x"\n}', '{\n  "name": "TOKEN",\n  "value": [redacted]\n}'],
    ['name  = "TOKEN"\nvalue = "x"', 'name  = "TOKEN"\nvalue = [redacted]'],
    ['password: |\n  hunter2\n\n  horse 2\nuser: jane', 'password: |\n  [redacted]\n\n  [redacted]\nuser: jane'],
    ['a: 1\n---\npassword: |\n  x\n---\na: 1', 'a: 1\n---\npassword: |\n  [redacted]\n---\na: 1'],
    ['password: |\r\n  x\r\na: 1', 'password: |\r\n  [redacted]\na: 1'],
    ['- name: TOKEN\r\n  value: x\r\n', '- name: TOKEN\r\n  value: [redacted]\r\n'],
    ['- name: TOKEN # why\n  # what\n  value: x', '- name: TOKEN # why\n  # what\n  value: [redacted]'],
    ['- value: x\n  name: TOKEN', '- value: [redacted]\n  name: TOKEN'],
    ['"value": "x",\n"name": "TOKEN"', '"value": [redacted],\n"name": "TOKEN"'],
    ['password: # why\n  x', 'password: # why\n  [redacted]'],
    ['- password: >-2 # why\n    hunter2\n  user: jane', '- password: >-2 # why\n    [redacted]\n  user: jane'],
    ['"password":\n  "hunter2",\n"user": "jane"', '"password":\n  [redacted],\n"user": "jane"'],
    ['password:\n  hunter2\nuser: jane', 'password:\n  [redacted]\nuser: jane'],
    ['- --requirepass\n- hunter2\n- --all', '- --requirepass\n- [redacted]\n- --all'],
    ['"--password",\n"hunter2",\n"--all"', '"--password",\n[redacted],\n"--all"'],
    ['run --password \\\n  hunter2 --all', 'run --password \\\n  [redacted] --all'],
  ])('%j goes', async (text, clean) => {
    expect(await outgoing(signed(text, sign), [])).toBe(signed(clean, sign));
  });

  it.each([
    '- name: DB_HOST\n  value: db.acme.dev',
    '- name: DB_PASSWORD\n  value: $(PASSWORD)\n- name: DB_HOST\n  value: db',
    '- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db-secret\n      key: password\n- name: A\n  value: b',
    '- name: scan for a secret\n  value: 1',
    'secrets:\n  - db_password\n  - api_key',
    'secrets:\n  NPM_TOKEN:\n    required: true',
    'secrets: |\n  npm=${{ secrets.NPM_TOKEN }}\n  "other=${{ secrets.OTHER }}"\nfile: x',
    'run: |\n  npm test',
    '--token\n  The token to use.',
    '- name: HOST\n  value: db\n- name: TOKEN',
    'a:\n  - name: HOST\n    value: db\n  - name: TOKEN',
    '- name: TOKEN\n- name: HOST\n  value: db',
    '{\n  "name": "TOKEN"\n}\nvalue: x',
    'if token:\n    return',
    'password:\nuser: jane',
    '"token":\n  "${{ secrets.TOKEN }}"',
    '- --token\n- $(TOKEN)',
    '- --password-stdin\n- latest',
    'run --token \\\n  --all',
  ])('%j stays', async (text) => {
    expect(await outgoing(signed(text, sign), [])).toBe(signed(text, sign));
  });
});

it.each([
  [
    ' - name: DB_PASSWORD\n-  value: old\n+  value: new',
    ' - name: DB_PASSWORD\n-  value: [redacted]\n+  value: [redacted]',
  ],
  [' password:\n-  old\n+  new\n+  user', ' password:\n-  [redacted]\n+  [redacted]\n+  user'],
  [' password: |\n-  old\n+  new\n user: a', ' password: |\n-  [redacted]\n+  [redacted]\n user: a'],
  [' - --token\n-- old\n+- new\n - serve', ' - --token\n-- [redacted]\n+- [redacted]\n - serve'],
  [' a --token \\\n-  old\n+  new\n b', ' a --token \\\n-  [redacted]\n+  [redacted]\n b'],
  ['- --token\n- old\n- serve', '- --token\n- [redacted]\n- serve'],
  ['-ENV DB_PASSWORD old\n+ENV DB_PASSWORD new', '-ENV DB_PASSWORD [redacted]\n+ENV DB_PASSWORD [redacted]'],
])('Of a value that changes, what it was and what it is go: %j', async (text, clean) => {
  expect(await outgoing(text, [])).toBe(clean);
});

it('A Secret in a diff loses its data as in a file', async () => {
  const clean = await outgoing('+kind: Secret\n+data:\n+  user: YWRtaW4=\n+type: Opaque', []);
  expect(clean).toBe('+kind: Secret\n+data:\n+  user: [redacted]\n+type: Opaque');
});

it('A hostile text costs nothing that grows with its square', () => {
  const pieces = [
    'a',
    ' ',
    '\n',
    '-',
    '+',
    '"',
    '$',
    '${',
    '${A:-',
    '<token',
    '<token>',
    '</',
    'token: |\n ',
    'name: token\n',
  ];
  const more = [
    '"auth": "',
    '"--token", ',
    '--token ',
    '-token',
    'value: ',
    'token:\n',
    '- ',
    'a.',
    'password=$A',
    'name=token ',
  ];
  for (const piece of [...pieces, ...more])
    expect(typeof withoutPrivate(piece.repeat(200_000 / piece.length))).toBe('string');
});
