import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { theService } from '../../profiled.ts';

async function health(files: MemoryFiles) {
  const { health: found } = await theService({
    'package.json': '{"name":"shop"}',
    Dockerfile: 'FROM node:24\nEXPOSE 80\nCOPY . .\nCMD ["node", "src/server.js"]\n',
    ...files,
  });
  return found?.value ?? null;
}

const START = "import fastify from 'fastify';\nimport health from './routes/health.js';\nconst app = fastify();\n";
const PLUGIN =
  "export default async function routes(fastify, options) {\n  fastify.get('/health', async () => 'ok');\n}\n";

describe('The routes of a plugin of Fastify', () => {
  it.each([
    ["app.register(health, { prefix: '/api' });", '/api/health'],
    ['app.register(health);', '/health'],
    ["app.register(import('./routes/health.js'), { prefix: '/v1' });", '/v1/health'],
    ['app.register(health, { prefix });', null],
    ["app.register(health, { prefix: '/api', logLevel: 'warn' });", '/api/health'],
    ["app.register(other, { prefix: '/api' });", '/health'],
  ])('stand below what it is registered with: %s', async (line, expected) => {
    expect(await health({ 'src/server.js': START + line, 'src/routes/health.js': PLUGIN })).toBe(expected);
  });

  it('stand below those of the plugins around it, by whatever name they are handed out', async () => {
    const files = {
      'src/server.ts':
        "import Fastify from 'fastify';\nimport { api } from './api';\nexport function build() {\n  const server = Fastify({ logger: true });\n  server.register(api, { prefix: '/api' });\n}\n",
      'src/api.ts':
        "import type { FastifyInstance } from 'fastify';\nimport { probes } from './probes';\nexport async function api(app: FastifyInstance) {\n  app.register(probes, { prefix: '/internal' });\n}\n",
      'src/probes.ts':
        "import type { FastifyPluginAsync } from 'fastify';\nexport const probes: FastifyPluginAsync = async (app) => {\n  app.route({ method: 'GET', url: '/healthz', handler });\n};\n",
    };
    expect(await health(files)).toBe('/api/internal/healthz');
  });

  it('stand below the folders that are loaded with their files', async () => {
    const files = (more: string) => ({
      'src/app.js': `import fastify from 'fastify';\nconst app = fastify();\napp.register(AutoLoad, {\n  dir: path.join(__dirname, 'routes'),\n  ${more}\n});\n`,
      'src/routes/probe/index.js': PLUGIN,
    });
    expect(await health(files(''))).toBe('/probe/health');
    expect(await health(files("options: { prefix: '/api' },"))).toBe('/api/probe/health');
  });

  it('are not known where it is written in place', async () => {
    const inline = START.replace(/import health.*\n/, '');
    const files = {
      'src/server.js': `${inline}app.register(async (api) => {\n  api.get('/health', h);\n}, { prefix: '/api' });\n`,
    };
    expect(await health(files)).toBeNull();
  });
});

const SUB =
  "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/healthz', (c) => c.text('ok'));\nexport default app;\n";

it('An application of Fastify may be made where it is required', async () => {
  const text =
    "const app = require('fastify')({ logger: true });\napp.register(require('./routes/health'), { prefix: '/api' });\n";
  const plugin = "module.exports = async function (fastify, options) {\n  fastify.get('/health', h);\n};\n";
  expect(await health({ 'src/server.js': text, 'src/routes/health.js': plugin })).toBe('/api/health');
});

it('What a plugin is registered with is not what a folder is loaded with', async () => {
  const files = {
    'src/app.js':
      "import fastify from 'fastify';\nimport orders from './orders.js';\nconst app = fastify();\napp.register(orders, { prefix: '/orders' });\napp.register(autoload, { dir: path.join(import.meta.dirname, 'routes') });\n",
    'src/orders.js': "export default async (fastify) => {\n  fastify.get('/list', h);\n};\n",
    'src/routes/index.js': PLUGIN,
  };
  expect(await health(files)).toBe('/health');
});

it('A plugin that is written in place, under the name of the application, has no known routes', async () => {
  const text =
    "const fastify = require('fastify')();\nfastify.register(async function (fastify) {\n  fastify.get('/health', h);\n}, { prefix: '/v1' });\n";
  expect(await health({ 'src/server.js': text })).toBeNull();
});

describe('The routes of an application of Hono', () => {
  it.each([
    ["const app = new Hono();\napp.route('/api', probes);", '/api/healthz'],
    ["const app = new Hono<{ Bindings: Env }>().basePath('/v1');\napp.route('/', probes);", '/v1/healthz'],
    ["const app = new Hono()\n  .route('/a', other)\n  .route('/probes', probes);", '/probes/healthz'],
    ['const app = new Hono();\napp.route(prefix, probes);', null],
    ['const app = new Hono();', '/healthz'],
  ])('stand below the one that takes it in: %j', async (lines, expected) => {
    const files = {
      'src/server.ts': `import { Hono } from 'hono';\nimport probes from './routes/probes';\n${lines}\nserve(app);\n`,
      'src/routes/probes.ts': SUB,
    };
    expect(await health(files)).toBe(expected);
  });

  it('stand below its own base', async () => {
    const text = "import { Hono } from 'hono';\nconst app = new Hono().basePath('/api');\napp.get('/health', h);\n";
    expect(await health({ 'src/server.ts': text })).toBe('/api/health');
  });
});

describe('The routes of a router of Koa', () => {
  it.each([
    ["new Router({ prefix: '/api' })", '/api/health'],
    ['new Router()', '/health'],
    ['new Router({ prefix: base })', null],
  ])('stand below its prefix: %s', async (made, expected) => {
    const text = `const app = new Koa();\nconst router = ${made};\nrouter.get('/health', (ctx) => {});\napp.use(router.routes()).use(router.allowedMethods());\n`;
    expect(await health({ 'src/server.js': text })).toBe(expected);
  });
});

it('A router of Express that is imported by its name is the one of that file', async () => {
  const files = {
    'src/server.js':
      "const { router: probes } = require('./probes');\nconst app = express();\napp.use('/internal', probes);\n",
    'src/probes.js': "const router = express.Router();\nrouter.get('/health', h);\nmodule.exports = { router };\n",
  };
  expect(await health(files)).toBe('/internal/health');
});
