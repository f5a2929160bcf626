import { describe, expect, it } from 'vitest';
import { checkedAddress, checkedPort } from '../../../src/profile/compose/healthcheck.ts';

describe('What a health check asks', () => {
  it.each([
    ['CMD curl -f http://localhost:8080/health || exit 1', 8080, '/health'],
    ['curl -fsS localhost:3000/api/v1/up', 3000, '/api/v1/up'],
    ['wget --no-verbose --tries=1 --spider http://127.0.0.1/', null, '/'],
    ['curl -I http://web:8888', 8888, '/'],
    ["node -e \"require('http').get('http://localhost:3000/healthz')\"", 3000, '/healthz'],
    ['curl -H "X: http://example.com/x" -f http://localhost:8080/health/', 8080, '/health/'],
    ['curl http://[::1]:80/ok?full=1', 80, '/ok'],
    ['python -c "import urllib.request as r; r.urlopen(\'http://localhost:80\')"', 80, '/'],
    ["node -e \"require('http').get('http://localhost:80')\"", 80, '/'],
    ['CMD http localhost:80', 80, '/'],
    ['CMD curl http://localhost:$PORT/well', null, '/well'],
    ['CMD curl http://localhost:${PORT}/well', null, '/well'],
    ['CMD-SHELL shop healthcheck http://localhost:8071', 8071, null],
    ['CMD shop healthcheck http://localhost:8071/well', 8071, '/well'],
  ])('%s', (command, port, path) => {
    expect(checkedAddress(command, ['web'])).toEqual({ port, path });
  });

  it.each(['pg_isready -U postgres', 'nc -z localhost 5432', 'curl -f http://other:80/health', 'CMD true'])(
    'is nothing of its own over HTTP in: %s',
    (command) => {
      expect(checkedAddress(command, ['web'])).toBeNull();
    },
  );
});

describe('The port that a health check asks', () => {
  it.each([
    ['curl -f http://localhost:8080/health', 8080],
    ['nc -z localhost 8383 || exit 1', 8383],
    ['nc -zv -w 5 127.0.0.1 9000', 9000],
    ['nc -z web ${PORT:-7000}', 7000],
    ["timeout 5s bash -c ':> /dev/tcp/127.0.0.1/9000' || exit 1", 9000],
    ['curl -f http://localhost/health', null],
    ['nc -z db 5432', null],
    ['nc -l localhost', null],
    ['pgrep nc -z 1', null],
  ])('%s', (command, port) => expect(checkedPort(command, ['web'])).toBe(port));

  it('is found in time that grows with the text', () => {
    expect(checkedPort(`${'nc -z '.repeat(4_000)}${'-w 1 '.repeat(4_000)}`, [])).toBeNull();
  });
});
