import { describe, expect, it } from 'vitest';
import type { Need } from '../../../src/domain/profile.ts';
import { withOpenLogins } from '../../../src/profile/needs/open-login.ts';

const need = (service: string, environment: Need['environment'] = {}): Need => ({
  service,
  version: null,
  environment,
  because: [],
});
const told = (run: string, of: Need) =>
  withOpenLogins([of], [{ run, directory: '.', because: [] }]).map(({ environment }) => environment)[0];

describe('A server that an address in front of the tests reaches without a password', () => {
  it('lets in whom the address names', () => {
    expect(told('DB_URL=mysql://root@127.0.0.1:3306/shop go test', need('mysql'))).toEqual({
      MYSQL_ALLOW_EMPTY_PASSWORD: 'yes',
      MYSQL_ROOT_PASSWORD: '',
    });
    expect(
      told("DB_URL='postgres://a@localhost/a?sslmode=disable' go test", need('postgres', { POSTGRES_USER: 'a' })),
    ).toEqual({ POSTGRES_USER: 'a', POSTGRES_HOST_AUTH_METHOD: 'trust' });
  });

  it.each([
    ['PGPASSWORD=pw DB_URL=postgres://a@localhost/a go test', {}],
    ['createuser a && DB_URL=postgres://a@localhost/a go test', {}],
    ['DB_URL=postgres://a@db.example.com/a go test', {}],
    ['DB_URL=postgres://a@localhost/a TEST_URL=postgres://a:b@localhost/b go test', {}],
    ['DB_URL=postgres://a@localhost/a go test', { POSTGRES_USER: 'b' }],
    ['DB_URL=postgres://a@localhost/a go test', { POSTGRES_PASSWORD: 'b' }],
  ])('stays as it is beside %s, told %o', (run, environment) => {
    expect(told(run, need('postgres', environment))).toEqual(environment);
  });

  it('is none that has no database to log in to', () => {
    expect(told('QUEUE=amqp://a@localhost/a go test', need('rabbitmq'))).toEqual({});
  });
});
