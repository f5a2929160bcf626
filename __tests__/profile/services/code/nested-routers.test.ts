import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { theService } from '../../profiled.ts';

async function health(files: MemoryFiles) {
  const { health: found } = await theService({
    'Cargo.toml': '[package]\nname = "shop"\nversion = "0.1.0"\n',
    Dockerfile: 'FROM rust:1\nEXPOSE 80\nCOPY . .\nRUN cargo build\n',
    ...files,
  });
  return found?.value ?? null;
}

const main = (app: string) => `mod health;\n\nfn main() {\n${app}\n}\n`;
const HEALTH = 'pub fn router() -> Router {\n    Router::new()\n        .route("/health", get(h))\n}\n';
const CONFIGURED = 'pub fn config(cfg: &mut ServiceConfig) {\n    cfg.route("/health", web::get().to(h));\n}\n';

describe('The routes that a Rust function adds', () => {
  it.each([
    ['    let app = Router::new().nest("/api", health::router());', '/api/health'],
    [
      '    let app = Router::new()\n        .nest(\n            "/api",\n            crate::health::router(),\n        );',
      '/api/health',
    ],
    ['    let app = Router::new().merge(health::router());', '/health'],
    [
      '    let api = Router::new().merge(health::router());\n    let app = Router::new().nest("/api", api);',
      '/api/health',
    ],
    ['    let app = Router::new().nest("/api", other::router());', '/health'],
    ['    let app = Router::new().nest(PREFIX, health::router());', null],
    ['', '/health'],
  ])('stand below what it is nested in: %j', async (app, expected) => {
    expect(await health({ 'src/main.rs': main(app), 'src/health.rs': HEALTH })).toBe(expected);
    expect(await health({ 'src/main.rs': main(app), 'src/health/mod.rs': HEALTH })).toBe(expected);
  });

  it.each([
    ['    App::new().service(web::scope("/api").configure(health::config))', '/api/health'],
    [
      '    App::new().service(\n        web::scope("/api")\n            .configure(health::config),\n    )',
      '/api/health',
    ],
    ['    App::new().configure(health::config)', '/health'],
  ])('stand in the scope that it configures: %j', async (app, expected) => {
    expect(await health({ 'src/main.rs': main(app), 'src/health.rs': CONFIGURED })).toBe(expected);
  });

  it('may have a name before they are nested', async () => {
    const nested =
      '    let api = Router::new().route("/health", get(h));\n    let app = Router::new().nest("/api", api);';
    expect(await health({ 'src/main.rs': main(nested) })).toBe('/api/health');
    const beside =
      '    let api = Router::new().route("/x", get(x));\n    Router::new().nest("/api", api).route("/health", get(h))';
    expect(await health({ 'src/main.rs': main(beside) })).toBe('/health');
  });

  it('may have a name in the function that is nested', async () => {
    const named = 'pub fn router() -> Router {\n    let all = Router::new().route("/health", get(h));\n    all\n}\n';
    const nested = main('    let app = Router::new().nest("/api", health::router());');
    expect(await health({ 'src/main.rs': nested, 'src/health.rs': named })).toBe('/api/health');
  });

  it('of a function that nests itself are not known', async () => {
    const circle =
      'pub fn router() -> Router {\n    Router::new()\n        .nest("/a", router())\n        .route("/health", get(h))\n}\n';
    expect(await health({ 'src/health.rs': circle })).toBeNull();
  });
});
