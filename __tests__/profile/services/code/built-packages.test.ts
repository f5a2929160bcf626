import { describe, expect, it } from 'vitest';
import { profiled, theService } from '../../profiled.ts';

const OTHERS = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`a${at}/server.ts`, 'export {};\n']));

describe('The member of a workspace that a Dockerfile builds by its name', () => {
  const CARGO = {
    'Cargo.toml': '[workspace]\nmembers = ["*/*"]\n',
    'crates/shop/Cargo.toml': '[package]\nname = "acme-shop"\n\n[[bin]]\nname = "shop"\n',
    'crates/shop/src/deep/down/main.rs': 'fn main() {\n    Router::new().route("/healthz", get(ok));\n}\n',
  };

  it.each([
    ['cargo build --release -p acme-shop --locked', '/healthz'],
    ['cargo install --path . --bin shop', '/healthz'],
    ['SQLX_OFFLINE=true cargo build --package=acme-shop', '/healthz'],
    ['cargo build --release', null],
    ['cargo test -p acme-shop', null],
    ['cargo build -p acme', null],
  ])('is read before the rest, in Rust: %s', async (command, expected) => {
    const Dockerfile = `FROM rust:1.91\nCOPY . .\nRUN ${command}\nEXPOSE 80\n`;
    const { health } = await theService({ ...OTHERS, ...CARGO, Dockerfile });
    expect(health?.value ?? null).toBe(expected);
  });

  it('is none where two packages have the name', async () => {
    const Dockerfile = 'FROM rust:1.91\nCOPY . .\nRUN cargo build -p acme-shop\nEXPOSE 80\n';
    const other = { 'a-demo/Cargo.toml': CARGO['crates/shop/Cargo.toml'] };
    expect((await theService({ ...OTHERS, ...CARGO, ...other, Dockerfile })).health).toBeNull();
    const nameless = {
      'demo/Cargo.toml': '[package]\nversion = "1.0.0"\n',
      'demo/src/main.rs': 'route("/healthz", get(ok))\n',
    };
    const named = { Dockerfile: Dockerfile.replace('acme-shop', 'null') };
    expect((await theService({ ...OTHERS, ...nameless, ...named })).health).toBeNull();
  });

  const NEXT = {
    'package.json': '{ "workspaces": ["apps/*"] }\n',
    'package-lock.json': '{}\n',
    'apps/web/package.json': '{ "name": "@acme/web", "dependencies": { "next": "16" } }\n',
    'apps/web/app/api/health/route.ts': 'export const GET = () => new Response();\n',
  };

  it.each([
    ['RUN npx turbo prune --scope=@acme/web --docker', '/api/health'],
    ['RUN turbo run build --filter=@acme/web...', '/api/health'],
    ['RUN pnpm --filter "@acme/web" build', '/api/health'],
    ['RUN npm run build --workspace=@acme/web', '/api/health'],
    ['WORKDIR /app/apps/web', '/api/health'],
    ['RUN npm run build', null],
    ['RUN turbo run build --filter=@acme/admin', null],
  ])('answers where its files stand: %s', async (line, expected) => {
    const files = { ...NEXT, 'docker/Dockerfile': `FROM node:24\nWORKDIR /app\nCOPY . .\n${line}\nEXPOSE 3000\n` };
    const { health, directory } = await theService(files);
    expect([directory, health?.value ?? null]).toEqual(['.', expected]);
  });

  it('answers nothing where a setting of its own puts its paths elsewhere', async () => {
    const line = 'RUN turbo run build --filter=@acme/web';
    const files = {
      ...NEXT,
      'docker/Dockerfile': `FROM node:24\nCOPY . .\n${line}\n`,
      'apps/web/next.config.js': 'module.exports = { basePath: "/shop" };\n',
    };
    expect((await theService(files)).health).toBeNull();
  });

  it.each([
    ['/$NAME', ''],
    ['/app', ''],
    ['/app', 'apt-get update && apt-get install -y gcc && '],
  ])(
    'is told apart from that of another image of the same folder, started by %s, behind "%s"',
    async (start, before) => {
      const image = (name: string) =>
        `FROM golang:1.26\nCOPY . .\nRUN ${before}go build -o /${name} ./cmd/${name}\nEXPOSE 80\nCMD ["${start.replace('$NAME', name)}"]\n`;
      const program = (route: string) => `package main\n\nfunc main() {\n\thttp.HandleFunc("${route}", ok)\n}\n`;
      const { services } = await profiled({
        'go.mod': 'module example.com/shop\n',
        'docker/Dockerfile.web': image('web'),
        'docker/Dockerfile.worker': image('worker'),
        'cmd/web/main.go': program('/healthz'),
        'cmd/worker/main.go': program('/ready'),
      });
      expect(services.map(({ name, health }) => `${name} ${health?.value}`)).toEqual(['web /healthz', 'worker /ready']);
    },
  );
});
