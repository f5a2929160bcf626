/** Made up, and put together here, so that no scanner takes this file for a leak. */
export const GITHUB = `ghp_${'0123456789abcdefABCDEF0123456789abcd'}`;
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'].join('.');
export const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA\n'.repeat(200)}-----END RSA PRIVATE KEY-----`;

/** One of each kind that is known. */
export const SECRETS: readonly (readonly [kind: string, secret: string])[] = [
  ['token of GitHub', GITHUB],
  ['fine-grained token of GitHub', `github_pat_${'A1b2C3d4E5'.repeat(2)}aB_${'A1b2C3d4E5'.repeat(6)}`.slice(0, 93)],
  ['private key', KEY],
  ['token of npm', `npm_${'a1B2c3'.repeat(6)}`],
  ['token of Grafana', `glc_${'eyJvIjoiMTIzNDU2Iiwibi'.repeat(3)}=`],
  ['key of Anthropic', `sk-ant-api03-${'a1B2_'.repeat(19)}AA`],
  ['JSON Web Token', JWT],
  ['bearer token', `Authorization: Bearer ${'a1b2c3d4'.repeat(4)}`],
  ['basic authorization', `"authorization": "Basic ${'dXNlcjpwYXNz'.repeat(3)}=="`],
  ['password in an address', 'https://someone:correcthorse1@registry.acme.dev/path'],
  ['password of a database', 'postgresql://app:correcthorse@db.acme.dev:5432/app'],
];
