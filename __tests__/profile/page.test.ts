import { describe, expect, it } from 'vitest';
import { renderProfile } from '../../src/profile/page.ts';
import { profiled } from './profiled.ts';

const SHOP = {
  'cart/go.mod': 'module cart\n\ngo 1.26\n\nrequire github.com/lib/pq v1.0.0\n',
  'cart/go.sum': '',
  'cart/x_test.go': '',
  'cart/Dockerfile': 'FROM alpine\nCOPY go.mod ./\nEXPOSE 80\nHEALTHCHECK CMD curl http://localhost/up\n',
  'jobs/Dockerfile': 'FROM x/y\nCOPY dist/ ./\n',
  'Dockerfile.dev': 'FROM alpine\n',
  'compose.yaml':
    'services:\n  cart:\n    build: {context: cart, args: {V: 1}}\n    depends_on: [db]\n  db:\n    image: postgres:17\n  x:\n    build: gone\n',
};

describe('The page of a profile', () => {
  it('is a tree of units and services, with file and line, what was left out, and warnings', async () => {
    expect(renderProfile(await profiled(SHOP), { color: false })).toBe(`Units
  cart  go
  ├─ version    go 1.26  cart/go.mod:3
  ├─ lock file  cart/go.sum
  ├─ install    go mod download  cart/go.mod:5
  ├─ lint       go vet ./...  cart/go.mod:1
  ├─ format     gofmt -d .  cart/go.mod:1
  ├─ test       go test ./...  cart/x_test.go:1
  ├─ build      go build ./...  cart/go.mod:1
  └─ needs      postgres 17  compose.yaml:6; cart/go.mod:5

Services
  cart
  ├─ image      cart/Dockerfile, context cart  compose.yaml:3
  ├─ arguments  V=1
  ├─ port       80 http  cart/Dockerfile:3
  ├─ user       root  cart/Dockerfile:1
  └─ health     /up  cart/Dockerfile:4
  jobs
  ├─ image        jobs/Dockerfile, context jobs  jobs/Dockerfile:2
  ├─ built first  dist/
  ├─ port         none: a worker
  └─ user         not known

Left out
  Dockerfile.dev  an image for development

Warnings
  compose.yaml:8: it builds from gone, where the repository has no such Dockerfile.
`);
  });

  it('shows what builds an image where no Dockerfile does', async () => {
    const files = { 'go.mod': 'module a/b\n', 'main.go': '', Makefile: 'i:\n\tko build .\n' };
    expect(renderProfile(await profiled(files), { color: false })).toContain(
      '  ├─ image     ko  Makefile:2\n  ├─ built by  ko build --local .  (in the root)  Makefile:2\n',
    );
  });

  it('says it where there is nothing', async () => {
    expect(renderProfile(await profiled({}), { color: false })).toBe('Nothing that this version knows how to check.\n');
  });

  it('has colours where they are wanted, and the same words', async () => {
    const profile = await profiled(SHOP);
    const coloured = renderProfile(profile, { color: true });
    expect(coloured).toContain('\u001b[36mcart\u001b[39m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderProfile(profile, { color: false }));
  });

  it('sends a terminal nothing that a repository has written for it', async () => {
    const page = renderProfile(
      await profiled({
        'a\u001b[2Jb/go.mod': 'module x\n\ngo 1.26\u001b[0m\n',
        'a\u001b[2Jb/Dockerfile': 'FROM a\nUSER \u001b]0;x\u0007\n',
      }),
      { color: false },
    );
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(page).toContain('a\\u{1b}[2Jb');
  });
});
