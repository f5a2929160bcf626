import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, profiled, theService } from '../profiled.ts';

async function health(lines: string, others: MemoryFiles = {}) {
  const { health: found } = await theService({ 'app/Dockerfile': `FROM alpine\nEXPOSE 80\n${lines}\n`, ...others });
  return found && { value: found.value, lines: linesOf(found) };
}

describe('The health of a service', () => {
  it('is what HEALTHCHECK asks', async () => {
    expect(await health('HEALTHCHECK CMD curl -f http://localhost/up')).toEqual({
      value: '/up',
      lines: ['app/Dockerfile:3'],
    });
    expect(await health('HEALTHCHECK CMD grpc_health_probe -addr=:80')).toEqual({
      value: 'grpc',
      lines: ['app/Dockerfile:3'],
    });
    expect(await health('HEALTHCHECK CMD pg_isready')).toBeNull();
  });

  it.each([
    [`bash -c "exec 3<>/dev/tcp/localhost/80; echo -e 'GET /ready HTTP/1.1\\r\\n' >&3"`, '/ready'],
    ["bash -c ': > /dev/tcp/localhost/80'", null],
    ['bash -c "exec 3<>/dev/tcp/db/80; echo \'GET /ready HTTP/1.1\' >&3"', null],
    [`node -e "require('http').get({ port: 80, path: '/well' }, (r) => process.exit(0))"`, '/well'],
    [`node -e "require('http').request({host:'localhost',port:80,path:'/well'},r=>process.exit(0)).end()"`, '/well'],
    [`node -e "require('http').get({host:'db',port:80,path:'/well'},r=>process.exit(0))"`, null],
    [`node -e "require('http').get({port:81,path:'/well'},r=>process.exit(0))"`, null],
  ])('is what a check says in parts: %s', async (check, expected) => {
    expect((await health(`HEALTHCHECK CMD ${check}`))?.value ?? null).toBe(expected);
  });

  it('is nothing that a check asks of another server in the image, or by a program that knows the path itself', async () => {
    expect(await health('HEALTHCHECK CMD curl -f http://localhost:2019/metrics')).toBeNull();
    expect(await health('HEALTHCHECK CMD app check http://localhost:80')).toBeNull();
    const route = { 'app/main.go': 'mux.HandleFunc("/healthz", h)\n' };
    expect((await health('HEALTHCHECK CMD curl -f http://localhost:2019/metrics', route))?.value).toBe('/healthz');
    expect((await health('HEALTHCHECK CMD curl -f http://localhost:80/metrics', route))?.value).toBe('/metrics');
    const compose = {
      'compose.yaml':
        'services:\n  app:\n    build: app\n    command: serve -p 8000\n    ports: ["8000:8000"]\n    healthcheck:\n      test: curl -f localhost:8000/well\n',
    };
    expect((await health('', compose))?.value).toBe('/well');
  });

  it('is what the program of the repository asks that HEALTHCHECK starts, with its line', async () => {
    const shell =
      '# curl http://localhost/no\naddr=localhost\ncurl -f "http${s}://${addr}:${PORT:-80}${base}/well" || exit 1\n';
    const check = 'COPY tools/check.sh /\nHEALTHCHECK CMD ["/check.sh"]';
    expect(await health(check, { 'app/tools/check.sh': shell })).toEqual({
      value: '/well',
      lines: ['app/Dockerfile:4', 'app/tools/check.sh:3'],
    });
    const python = 'root = "http://localhost:8000"\nurl = f"http://localhost:8000{root.path}/api/status/"\n';
    const run = 'COPY check.py /app/\nHEALTHCHECK --interval=5s CMD ./check.py';
    expect((await health(run, { 'app/check.py': python }))?.value).toBe('/api/status/');
    expect(await health(run, { 'app/check.py': 'requests.get("http://db:8000/status")\n' })).toBeNull();
    expect(await health('COPY check.py /app/\nHEALTHCHECK CMD ./other.py', { 'app/check.py': python })).toBeNull();
  });

  it.each([
    ['COPY ./shop $HOME/shop\nHEALTHCHECK CMD python $HOME/shop/check/check.py || exit 1', '/api/status/'],
    ['COPY . /srv\nHEALTHCHECK CMD ["python", "/srv/shop/check/check.py"]', '/api/status/'],
    ['COPY shop/check /srv\nHEALTHCHECK CMD /srv/check.py', '/api/status/'],
    ['COPY other /srv\nHEALTHCHECK CMD /srv/shop/check/check.py', null],
    ['COPY . /srv\nHEALTHCHECK CMD /srv/shop/check.py', null],
  ])('is what a program asks for that lies in a folder of the image: %s', async (run, expected) => {
    const files = {
      'app/shop/check/check.py': 'requests.get(f"http://127.0.0.1:{port}/api/status/")\n',
      'app/other/a.py': '',
    };
    expect((await health(run, files))?.value ?? null).toBe(expected);
  });

  it("is what compose's check asks, which knows prefixes that the source does not", async () => {
    const files = {
      'compose.yaml':
        'services:\n  app:\n    build: app\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost:80/api/health"]\n',
      'app/main.py': '@app.get("/health")\n',
    };
    expect(await health('', files)).toEqual({ value: '/api/health', lines: ['compose.yaml:5'] });
  });

  it.each([
    ['main.go', 'mux.HandleFunc("/healthz", h)', '/healthz'],
    ['main.go', 'mux.HandleFunc("GET /healthz", h)', '/healthz'],
    ['main.go', 'r.HandleFunc(baseUrl+"/_healthz", h)', '/_healthz'],
    ['main.go', 'r.GET("/readyz", h)\nr.GET("/healthz", h)', '/healthz'],
    ['server.js', "app.get('/health', (req, res) => {})", '/health'],
    ['server.ts', 'if (request.url === "/healthz") {', '/healthz'],
    ['main.py', '@app.get("/health-check/")', '/health-check/'],
    ['main.py', "@app.route('/health', methods=['GET'])", '/health'],
    ['src/startup.rs', '.route("/health_check", web::get().to(health_check))', '/health_check'],
    ['HealthController.java', '  @GetMapping("/health")', '/health'],
    ['HealthController.java', '@RequestMapping("/api")\nclass H {\n  @GetMapping("/health")', '/api/health'],
    [
      'HealthController.java',
      '/**\n * The class for it.\n */\n@RequestMapping("/api")\npublic class H {\n  @GetMapping("/health")',
      '/api/health',
    ],
    ['OrderResource.java', '@Path ("orders")\npublic class O {\n  @Path("/health")', '/orders/health'],
    ['HealthResource.java', '@Path("/health")\npublic class H {\n  @GET', '/health'],
    ['OrderController.kt', '@Controller("/orders")\nclass O {\n  @Get("/health")', '/orders/health'],
    ['OrderController.java', '@Controller("orders")\nclass O {\n  @GetMapping("/health")', '/health'],
    ['HealthController.php', ' * @Route("/_health")', '/_health'],
    ['Program.cs', 'app.MapHealthChecks("/healthz");', '/healthz'],
    ['web.rs', '#[get("/alive")]\nfn alive() {}', '/alive'],
    ['main.cpp', 'CROW_ROUTE(app, "/health")([] {});', '/health'],
    ['main.cc', 'app().registerHandler("/api/healthz", f);', '/api/healthz'],
    [
      'config/routes.rb',
      'Rails.application.routes.draw do\n  get "/healthcheck/ready", to: G.rack_response\n  get "/healthcheck/live", to: proc { [200, {}, %w[OK]] }\nend',
      '/healthcheck/live',
    ],
    ['main.go', 'app := fiber.New()\napp.Use(healthcheck.New())', '/livez'],
    ['Main.java', 'app.get("/health", ctx -> ctx.result("ok"));', '/health'],
    ['Routes.java', 'return route(RequestPredicates.GET("/health"), h::get);', '/health'],
    ['index.php', "$app->get('/health', fn ($request, $response) => $response);", '/health'],
    ['main.py', 'routes = [Route("/health", endpoint=health)]', '/health'],
    ['main.py', 'app.add_route("/health", Health())', '/health'],
    ['main.py', "app.router.add_get('/health', health)", '/health'],
    ['main.py', 'app.add_routes([web.get("/health", health)])', '/health'],
    ['server.js', "app.get(['/', '/health'], h)", '/health'],
    ['router.ex', '  forward "/healthz", to: Shop.Health\n', '/healthz'],
    ['endpoint.ex', '  plug Shop.HealthCheck, path: "/well"\n', '/well'],
    [
      'server.js',
      "const app = new Koa();\nconst r = new Router();\nr.get('/health', h);\napp.use(mount('/api', r.routes()));",
      '/api/health',
    ],
    ['server.js', "app.get('/internal/isAlive', h)", '/internal/isAlive'],
    ['server.js', "app.get('/_health/live', h)", '/_health/live'],
    ['app.py', "@app.get('/__heartbeat')\n@app.get('/heartbeat')", '/heartbeat'],
    ['routes.swift', 'app.get("health") { _ in "ok" }', '/health'],
    ['Application.swift', 'router.get("/health") { _, _ in .ok }', '/health'],
    ['Routes.scala', 'case GET -> Root / "health" => Ok()', '/health'],
  ])('is a route of the source: %s: %j', async (file, text, expected) => {
    expect((await health('', { [`app/${file}`]: text }))?.value).toBe(expected);
  });

  it.each([
    ['client.go', 'http.Get("/health")'],
    ['client.go', 'client.Get("/health")'],
    ['api.js', "axios.get('/health')"],
    ['api.js', "fetch('/health')"],
    ['routes.js', "router.get('/health', h)"],
    ['Client.java', 'client.get("/health");'],
    ['client.php', "$client->get('/health');"],
    ['routes.py', 'router.add_api_route("/health", health)'],
    ['routes.py', '@router.get("/health")'],
    ['routes.py', 'api: APIRouter = APIRouter(prefix="/api")\n\n@api.get("/health")'],
    ['main_test.go', 'mux.HandleFunc("/healthz", h)'],
    ['SearchHealth.java', '@Client("${search}")\ninterface SearchHealth {\n  @Get("/health")'],
    ['StockApi.kt', '@FeignClient(name = "stock")\ninterface StockApi {\n  @GetMapping("/health")'],
    ['main.go', 'mux.HandleFunc("/healthy-food", h)'],
    ['routes.swift', 'api.get("health") { _ in "ok" }'],
    ['Routes.scala', 'case GET -> Root / "api" / "health" => Ok()'],
    ['server.js', "app.get('health', h)"],
  ])('is no route that somebody else serves, or whose prefix is not known: %s: %s', async (file, text) => {
    expect(await health('', { [`app/${file}`]: text })).toBeNull();
  });

  it('is a route of the folder that an image with everything starts in, where it is not the only image of its folder', async () => {
    const { services } = await profiled({
      'compose.yaml': ['', '.web']
        .map((end) => `  shop${end}:\n    build: { context: ., dockerfile: docker/Dockerfile${end} }\n`)
        .join('')
        .replace(/^/, 'services:\n'),
      'docker/Dockerfile': 'FROM alpine\nCOPY . /shop\nWORKDIR /shop/server\nEXPOSE 80\n',
      'docker/Dockerfile.web': 'FROM alpine\nCOPY web /web\nEXPOSE 80\n',
      'server/main.go': 'mux.HandleFunc("/healthz", h)\n',
      'web/index.html': '',
    });
    expect(services.map(({ name, health: found }) => [name, found?.value])).toEqual([
      ['shop', '/healthz'],
      ['shop.web', undefined],
    ]);
  });

  it.each([
    ['server.rs', 'App::new()\n    .route(\n        "/health",\n        web::get().to(h),\n    )\n', '/health'],
    ['server.js', "app.get(\n  '/healthz',\n  h,\n);\n", '/healthz'],
    [
      'Extensions.cs',
      'private const string HealthPath = "/health";\nprivate const string Other = "/alive";\napp.MapHealthChecks(HealthPath);\n',
      '/health',
    ],
    ['main.go', 'const healthPath = "/healthz"\nmux.HandleFunc(healthPath, h)\n', '/healthz'],
    ['main.go', 'const healthPath = "/healthz"\nv1 := r.Group("/v1")\nv1.GET(healthPath, h)\n', '/v1/healthz'],
    ['server.js', "const HEALTH = '/health';\napp.get(HEALTH, h);\n", '/health'],
    ['Client.cs', 'private const string HealthPath = "/health";\nawait http.GetAsync(HealthPath);\n', null],
    ['routes/web.php', "Route::get('health', fn () => 'ok');\n", '/health'],
    [
      'app/Providers/RouteServiceProvider.php',
      "    Route::get('health-check/up', [H::class, 'up']);\n",
      '/health-check/up',
    ],
  ])('may stand in a line of its own, have a name, or lack its stroke: %s: %j', async (file, text, expected) => {
    expect((await health('', { [`app/${file}`]: text }))?.value ?? null).toBe(expected);
  });

  it.each([
    ['main.go', 'api := r.Group("/api")\nv1 := api.Group("v1/")\nv1.GET("/health", h)', '/api/v1/health'],
    ['main.go', 'api := r.Group("/api")\nr.GET("/health", h)', '/health'],
    ['main.go', 's := r.PathPrefix("/api").Subrouter()\ns.HandleFunc("/health", h)', '/api/health'],
    ['main.go', 'r = r.Group("/api")\nr.GET("/health", h)', '/api/health'],
    ['Program.cs', 'var api = app.MapGroup("/api");\napi.MapGet("/health", () => 1);', '/api/health'],
    ['Program.cs', 'var api = app.MapGroup(name);\napp.MapHealthChecks("/health");', '/health'],
  ])('has the prefix of the group that it is added to: %s: %j', async (file, text, expected) => {
    expect((await health('', { [`app/${file}`]: text }))?.value).toBe(expected);
  });

  it.each([
    ['router.ex', 'scope "/api", A do\n  pipe_through :api\n\n  get "/health", H, :show\nend\n', '/api/health'],
    ['router.ex', 'scope "/api", A do\n  get "/x", H, :show\nend\n\nget "/health", H, :show\n', '/health'],
    ['router.ex', 'scope "/:tenant", A do\n  get "/health", H, :show\nend\n', null],
    ['router.ex', 'scope "/", A, host: "admin." do\n  get "/health", H, :show\nend\n', null],
    ['main.go', 'r.Route("/api", func(r chi.Router) {\n\tr.Get("/health", h)\n})\n', '/api/health'],
    ['Application.kt', 'routing {\n  route("/api/v1") {\n    get("/health") {\n', '/api/v1/health'],
    ['Application.kt', 'routing {\n  authenticate("jwt") {\n    get("/health") {\n', null],
    [
      'src/main.rs',
      'App::new().service(\n    web::scope("/api")\n        .route("/health", web::get().to(h)),\n',
      '/api/health',
    ],
    ['routes/web.php', "Route::get('/health', fn () => 'ok');\n", '/health'],
    ['routes/api.php', "Route::get('/health', fn () => 'ok');\n", '/api/health'],
    [
      'routes/api.php',
      "Route::prefix('v1')->group(function () {\n    Route::get('/health', H::class);\n",
      '/api/v1/health',
    ],
    [
      'routes/web.php',
      "Route::middleware('web')\n    ->prefix('in')\n    ->group(function () {\n        Route::get('/health', H::class);\n    });\n",
      '/in/health',
    ],
    [
      'routes/web.php',
      "Route::middleware(['auth'])->group(function () {\n    Route::get('/health', H::class);\n",
      null,
    ],
  ])('has the prefixes of the blocks around it: %s: %j', async (file, text, expected) => {
    expect((await health('', { [`app/${file}`]: text }))?.value ?? null).toBe(expected);
  });

  it.each<[string, string, string | null]>([
    ['next', 'src/app/(open)/api/health/route.ts', '/api/health'],
    ['next', 'app/health/route.js', '/health'],
    ['next', 'pages/api/healthz.ts', '/api/healthz'],
    ['next', 'pages/health.tsx', null],
    ['next', 'app/[team]/health/route.ts', null],
    ['nuxt', 'server/api/health.get.ts', '/api/health'],
    ['nuxt', 'server/routes/healthz.ts', '/healthz'],
    ['@sveltejs/kit', 'src/routes/health/+server.ts', '/health'],
    ['@remix-run/node', 'app/routes/resources+/healthcheck.tsx', '/resources/healthcheck'],
    ['@remix-run/node', 'app/routes/api.health.ts', '/api/health'],
    ['express', 'app/health/route.js', null],
  ])('is what a file answers by its place: %s, %s', async (framework, file, expected) => {
    const manifest = { name: 'a', dependencies: { [framework]: '1' } };
    const files = { 'app/package.json': JSON.stringify(manifest), [`app/${file}`]: 'export default () => 1;\n' };
    const found = await health('', files);
    expect(found).toEqual(expected === null ? null : { value: expected, lines: [`app/${file}:1`] });
    const moved = { ...files, 'app/next.config.mjs': 'export default { basePath: "/shop" };\n' };
    expect((await health('', moved))?.value ?? null).toBe(framework === 'next' ? null : expected);
  });

  it.each([
    ['location = /health {\n    access_log off;\n    return 200 \'{"status":"${OK}"}\';\n  }', '/health'],
    [
      'location /ready { proxy_pass http://api; }\n  location ^~ /internal/isready { return 204; }',
      '/internal/isready',
    ],
    ['location /health { # return 200\n    proxy_pass http://api;\n  }', null],
    ['location /health { return 503; }', null],
    ['location ~ /health$ { return 200; }', null],
    ['location /old { return 200; }', null],
  ])('is what a site of nginx answers by itself, where the image runs that: %s', async (site, expected) => {
    const files = (image: string) => ({
      'app/Dockerfile': `FROM ${image}\nEXPOSE 80\nCOPY nginx.conf /etc/nginx/conf.d/default.conf\n`,
      'app/nginx.conf': `server {\n  ${site}\n}\n`,
    });
    expect((await theService(files('nginx:1.27'))).health?.value ?? null).toBe(expected);
    expect((await theService(files('node:22'))).health).toBeNull();
  });

  it.each([
    ['const basePath = process.env.BASE_PATH;\nexport default { basePath };\n', '', true],
    ["const basePath = process.env.BASE_PATH || '';\n", 'ARG BASE_PATH=""\nENV BASE_PATH=${BASE_PATH}\n', true],
    ["export default { basePath: process.env.BASE_PATH ? process.env.BASE_PATH.replace(/a/, '') : '/' };\n", '', true],
    ['// a basePath is for others\nexport default {};\n', '', true],
    ['const basePath = process.env.BASE_PATH;\n', 'ENV BASE_PATH=/shop\n', false],
    ["const basePath = process.env.BASE_PATH ?? '/shop';\n", '', false],
    ['import { basePath } from "./base";\nexport default { basePath };\n', '', false],
    ['export default { basePath: base() };\n', '', false],
  ])('is what a file answers by its place where no setting moves it: %j, %j', async (settings, lines, isThere) => {
    const files = {
      'app/package.json': '{ "name": "a", "dependencies": { "next": "1" } }',
      'app/app/api/v2/health/route.ts': 'export default () => 1;\n',
      'app/app/health/route.ts': 'export default () => 1;\n',
      'app/next.config.mjs': settings,
    };
    expect((await health(lines, files))?.value ?? null).toBe(isThere ? '/health' : null);
  });

  const BLUEPRINT =
    'bp = Blueprint("OPS", __name__, url_prefix="/ops")\n\n@bp.route("healthz", methods=["GET"])\ndef h(): ...\n';

  it.each([
    ['its own', BLUEPRINT, 'app.register_blueprint(ops_bp)', '/ops/healthz'],
    [
      'what registers it under an alias',
      BLUEPRINT,
      'app.register_blueprint(ops_bp, url_prefix="/api/")',
      '/api/healthz',
    ],
    [
      'what registers it by its module',
      BLUEPRINT,
      'app.register_blueprint(shop.ops.bp, url_prefix="api")',
      '/api/healthz',
    ],
    [
      'that of APIFlask',
      BLUEPRINT.replace('Blueprint', 'APIBlueprint'),
      'app.register_blueprint(ops_bp)',
      '/ops/healthz',
    ],
    ['none', 'bp = Blueprint("o", __name__)\n@bp.get("/ping")\ndef p(): ...\n', '', '/ping'],
    ['no plain text', BLUEPRINT.replace('"/ops"', 'PREFIX'), '', undefined],
    ['its own, for another method', BLUEPRINT.replace('GET', 'POST'), '', undefined],
  ])('has the prefix of the blueprint of Flask that it is added to: %s', async (_, ops, registers, expected) => {
    const main = `from shop.ops import bp as ops_bp\napp = Flask(__name__)\n${registers}\n`;
    expect((await health('', { 'app/main.py': main, 'app/shop/ops.py': ops }))?.value).toBe(expected);
  });

  it.each([
    ['from web.base import routes', 'routes', 'app.register_blueprint(routes, url_prefix="/ops")', '/ops/ping'],
    ['from .base import routes as r', 'r', 'app.register_blueprint(r)', '/ping'],
    ['from web.other import routes', 'routes', 'app.register_blueprint(routes)', undefined],
  ])('is that of a blueprint of Flask that another file has: %s', async (imports, name, registers, expected) => {
    const app = `${imports}\n\n@${name}.route("/ping", methods=["GET"])\ndef ping(): ...\n\n${registers}\n`;
    const files = { 'app/web/app.py': app, 'app/web/base.py': 'routes = Blueprint("shop", __name__)\n' };
    expect((await health('', files))?.value).toBe(expected);
  });

  const FASTAPI: MemoryFiles = {
    'app/shop/main.py':
      'from shop.web.router import api_router as api\n\napp: FastAPI = FastAPI()\napp.include_router(router=api, prefix="/api", dependencies=[Depends(x)])\n',
    'app/shop/web/router.py':
      'from shop.web import monitoring, other\napi_router = APIRouter(prefix="/v1")\napi_router.include_router(monitoring.router, prefix="/monitoring")\n',
    'app/shop/web/monitoring/__init__.py': 'from .views import router\n',
    'app/shop/web/monitoring/views.py': 'router = APIRouter()\n\n@router.get("/health")\ndef health(): ...\n',
  };

  it('has all the prefixes of the routers of FastAPI that it stands below, wherever they are', async () => {
    expect(await health('', FASTAPI)).toEqual({
      value: '/api/v1/monitoring/health',
      lines: ['app/shop/web/monitoring/views.py:3'],
    });
    const one = 'app = FastAPI()\nr = APIRouter(prefix="/health")\n@r.get("/")\ndef h(): ...\napp.include_router(r)\n';
    expect((await health('', { 'app/main.py': one }))?.value).toBe('/health/');
  });

  it.each(['def routes(app):', 'def routes(settings: S, application: FastAPI) -> None:'])(
    'is that of a router of FastAPI that a function takes in for an application: %s',
    async (head) => {
      const app = /app\w*/.exec(head)?.[0];
      const taking = `${head}\n    from shop.api import api\n    ${app}.include_router(api, prefix="/api")\n`;
      const api = 'api = APIRouter()\n\n@api.get("/health")\ndef health(): ...\n';
      const files = { 'app/shop/main.py': taking, 'app/shop/api.py': api };
      expect((await health('', files))?.value).toBe('/api/health');
      const other = taking.replace(head, 'def routes(parent):');
      expect(await health('', { ...files, 'app/shop/main.py': other })).toBeNull();
    },
  );

  it.each<[string, MemoryFiles]>([
    [
      'whose prefix is a setting',
      { 'app/shop/main.py': String(FASTAPI['app/shop/main.py']).replace('"/api"', 'settings.API') },
    ],
    ['that no application takes in', { 'app/shop/main.py': 'app = FastAPI()\n' }],
    [
      'of another package',
      {
        'app/shop/web/router.py':
          'from lib import monitoring\napi_router = APIRouter()\napi_router.include_router(monitoring.router)\n',
      },
    ],
  ])('is no route of a router of FastAPI %s', async (_, files) => {
    expect(await health('', { ...FASTAPI, ...files })).toBeNull();
  });

  const EXPRESS: MemoryFiles = {
    'app/src/server.ts':
      "import routes from './routes';\nconst app = express();\napp.use(cors());\napp.use('/api', limit({ a: 1 }), auth, routes);\n",
    'app/src/routes/index.ts':
      "const router = Router();\nrouter.use('/health', require('./status.route.js'));\nexport default router;\n",
    'app/src/routes/status.route.ts':
      "const status: Router = express.Router();\n\nstatus.get('/', (req, res) => {});\nexport default status;\n",
  };

  it('has all the prefixes of the routers of Express that it stands below, wherever they are', async () => {
    expect(await health('', EXPRESS)).toEqual({ value: '/api/health', lines: ['app/src/routes/status.route.ts:3'] });
    const one = "const app = express();\nconst r = express.Router();\nr.get('/ping', h);\napp.use(r);\n";
    expect((await health('', { 'app/index.js': one }))?.value).toBe('/ping');
  });

  it.each<[string, MemoryFiles]>([
    [
      'whose prefix is a setting',
      { 'app/src/server.ts': 'import routes from "./routes";\nconst app = express();\napp.use(prefix, routes);\n' },
    ],
    ['that no application takes in', { 'app/src/server.ts': 'const app = express();\n' }],
  ])('is no route of a router of Express %s', async (_, files) => {
    expect(await health('', { ...EXPRESS, ...files })).toBeNull();
  });

  it('cites the line of the route', async () => {
    expect(await health('', { 'app/main.go': '\n\nmux.HandleFunc("/healthz", h)\n' })).toEqual({
      value: '/healthz',
      lines: ['app/main.go:3'],
    });
  });

  it('is gRPC where the source registers its health service and serves nothing over HTTP', async () => {
    const grpc = 'srv := grpc.NewServer()\nhealthpb.RegisterHealthServer(srv, health)\n';
    expect(await health('', { 'app/main.go': grpc })).toEqual({ value: 'grpc', lines: ['app/main.go:2'] });
    const both = `${grpc}http.ListenAndServe(":80", nil)\nmux.HandleFunc("/healthz", h)\n`;
    expect((await health('', { 'app/main.go': both }))?.value).toBe('/healthz');
    const cpp = 'using grpc::ServerBuilder;\nclass Own final : public grpc::health::v1::Health::Service {};\n';
    expect(await health('', { 'app/src/server.cpp': cpp })).toEqual({ value: 'grpc', lines: ['app/src/server.cpp:2'] });
  });

  it.each([
    ['runtime.NewServeMux(runtime.WithHealthzEndpoint(client))', '/healthz'],
    ['runtime.WithHealthEndpointAt(pb.NewHealthClient(conn), "/well")', '/well'],
    ['runtime.WithHealthEndpointAt(client, path)', 'grpc'],
  ])('is what a gateway of gRPC answers for its health service: %s', async (option, expected) => {
    const both = `grpc.NewServer()\nhealthpb.RegisterHealthServer(srv, h)\nhttp.ListenAndServe(":80", ${option})\n`;
    expect((await health('', { 'app/main.go': both }))?.value).toBe(expected);
  });

  it('is what a framework among the dependencies serves', async () => {
    const pom =
      '<project><dependencies>\n<dependency><groupId>o</groupId><artifactId>spring-boot-starter-actuator</artifactId></dependency>\n</dependencies></project>';
    expect(await health('', { 'app/pom.xml': pom })).toEqual({ value: '/actuator/health', lines: ['app/pom.xml:2'] });
    const resources = 'app/src/main/resources';
    const yaml = {
      [`${resources}/application.yml`]:
        'spring:\n  config:\n    activate:\n      on-profile: x\nmanagement:\n  endpoints:\n    web:\n      base-path: /other\n---\n' +
        'spring:\n  profiles:\n    active: x\nmanagement:\n  endpoints:\n    web:\n      base-path: /manage\n',
    };
    const properties = { [`${resources}/application.properties`]: 'management.endpoints.web.base-path=/manage/\n' };
    for (const [settings, line] of [
      [yaml, `${resources}/application.yml:16`],
      [properties, `${resources}/application.properties:1`],
    ] as const)
      expect(await health('', { 'app/pom.xml': pom, ...settings })).toEqual({
        value: '/manage/health',
        lines: [line, 'app/pom.xml:2'],
      });
  });

  it.each([
    [
      'application.yml',
      'server:\n  servlet:\n    context-path: ${BASE:/shop}\n',
      '/shop/actuator/health',
      '/shop/api/health',
    ],
    ['application.properties', 'spring.webflux.base-path = /shop/\n', '/shop/actuator/health', '/shop/api/health'],
    [
      'application.yml',
      'server.servlet.context-path: /shop\nmanagement.server.port: 9000\n',
      '/actuator/health',
      '/shop/api/health',
    ],
    ['application.properties', 'server.servlet.context-path=${BASE}\n', '/actuator/health', '/api/health'],
  ])('has what the server has before all its routes: %s: %j', async (file, text, actuator, own) => {
    const settings = { [`app/src/main/resources/${file}`]: text };
    const pom =
      '<project><dependencies><dependency><groupId>o</groupId><artifactId>spring-boot-starter-actuator</artifactId></dependency></dependencies></project>';
    expect((await health('', { 'app/pom.xml': pom, ...settings }))?.value).toBe(actuator);
    const controller = '@RequestMapping("/api")\nclass H {\n  @GetMapping("/health")';
    expect((await health('', { 'app/src/HealthController.java': controller, ...settings }))?.value).toBe(own);
  });

  it('is what a framework among the dependencies of its modules serves, with the settings that these bring along', async () => {
    const pom = (name: string, [group, artifact]: readonly [string, string], scope = 'compile') =>
      `<project><parent><groupId>shop</groupId><artifactId>shop</artifactId></parent><artifactId>${name}</artifactId>` +
      `<dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><scope>${scope}</scope></dependency></dependencies></project>`;
    const files = (scope: string): MemoryFiles => ({
      'pom.xml':
        '<project><groupId>shop</groupId><artifactId>shop</artifactId><modules><module>app</module><module>biz</module><module>common</module></modules></project>',
      'app/pom.xml': pom('app', ['shop', 'biz'], scope),
      'biz/pom.xml': pom('biz', ['shop', 'common']),
      'common/pom.xml': pom('common', ['org.springframework.boot', 'spring-boot-starter-actuator']),
      'common/src/main/resources/application.yaml': 'management:\n  endpoints:\n    web:\n      base-path: /\n',
    });
    expect(await health('', files('compile'))).toEqual({
      value: '/health',
      lines: ['common/src/main/resources/application.yaml:4', 'common/pom.xml:1'],
    });
    expect(await health('', files('test'))).toBeNull();
  });

  it('is what a library of ASP.NET maps that the project is built from, and no other', async () => {
    const library = (sdk: string) =>
      `<Project Sdk="${sdk}"><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>`;
    const files: MemoryFiles = {
      'app/App.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="..\\lib\\Lib.csproj" /></ItemGroup></Project>',
      'app/Program.cs': 'app.UseShop();\n',
      'lib/Lib.csproj': library('Microsoft.NET.Sdk'),
      'lib/Extensions.cs':
        'public static void UseShop(this WebApplication app) {\n  app.MapHealthChecks("/healthz");\n}\n',
      'other/Other.csproj': library('Microsoft.NET.Sdk'),
      'other/Extensions.cs': 'app.MapHealthChecks("/health");\n',
    };
    expect(await health('', files)).toEqual({ value: '/healthz', lines: ['lib/Extensions.cs:2'] });
    expect(await health('', { ...files, 'lib/Lib.csproj': library('Microsoft.NET.Sdk.Web') })).toBeNull();
  });

  it('is a case of a switch over the path in Go, and of nothing else', async () => {
    const server = (over: string) => `func f() {\n\tswitch ${over} {\n\tcase "/metrics", "/ready":\n\t}\n}\n`;
    expect(await health('', { 'app/server.go': server('req.URL.Path') })).toEqual({
      value: '/ready',
      lines: ['app/server.go:3'],
    });
    expect(await health('', { 'app/server.go': server('name') })).toBeNull();
  });

  it.each([
    ['r.Method == http.MethodGet && r.URL.Path == "/v1/health"', 's.handleHealth(w, r)', '/v1/health', 3],
    ['r.Method == http.MethodGet && r.URL.Path == apiHealthPath', 'return s.handleHealth(w, r)', '/health/check', 1],
    // A layer that logs nothing of it, what tells others, and what is not the path that is asked for.
    ['r.URL.Path == "/v1/health"', 'next.ServeHTTP(w, r)', undefined, 0],
    ['r.URL.Path == apiHealthPath', 'return true', undefined, 0],
    ['r.URL.Path != "/v1/health"', 's.handle(w, r)', undefined, 0],
    ['target.Path == "/v1/health"', 's.handle(w, r)', undefined, 0],
  ])(
    'is what the path is compared with in Go, where that is answered: %s %s',
    async (condition, block, value, line) => {
      const text = `const apiHealthPath               = "/health/check"\nfunc f() {\n\tif ${condition} {\n\t\t${block}\n\t}\n}\n`;
      const found = await health('', { 'app/server.go': text });
      expect(found).toEqual(value === undefined ? null : { value, lines: [`app/server.go:${line}`] });
    },
  );

  it('is what a package of the same module serves that the program imports, where it has no route of its own', async () => {
    const files = {
      'go.mod': 'module example.com/shop\n',
      'app/main.go': 'import (\n\t"example.com/shop/pkg/admin"\n\t"example.com/shop/pkg/other"\n)\n',
      'pkg/admin/admin.go': 'mux.HandleFunc("/readyz", h)\n',
      'pkg/admin/admin_test.go': 'mux.HandleFunc("/health", h)\n',
      'pkg/other/server.go': 'mux.HandleFunc("/healthz", h)\n',
      'pkg/server/server.go': 'mux.HandleFunc("/healthz", h)\n',
    };
    expect(await health('', files)).toEqual({ value: '/readyz', lines: ['pkg/admin/admin.go:1'] });
    const own = { ...files, 'app/server.go': 'mux.HandleFunc("/ping", h)\n' };
    expect(await health('', own)).toEqual({ value: '/ping', lines: ['app/server.go:1'] });
  });

  it("is what Elixir's router or a plug answers", async () => {
    const router = 'scope "/" do\n  get "/health", Page, :health\nend\n';
    expect(await health('', { 'app/lib/router.ex': router })).toEqual({
      value: '/health',
      lines: ['app/lib/router.ex:2'],
    });
    const plug = 'def call(%Conn{path_info: ["status"]} = conn, _) do\n';
    expect(await health('', { 'app/lib/status.ex': plug })).toEqual({
      value: '/status',
      lines: ['app/lib/status.ex:1'],
    });
    const request = 'def call(%{request_path: "/health", method: "GET"} = conn, _) do\n';
    expect((await health('', { 'app/lib/health_plug.ex': request }))?.value).toBe('/health');
  });

  it.each<[string, MemoryFiles, string | null, string?]>([
    [
      'Rails',
      { 'app/config/routes.rb': 'draw do\n  get "up" => "rails/health#show", as: :rails_health_check\nend\n' },
      '/up',
      'app/config/routes.rb:2',
    ],
    [
      'Rails, elsewhere',
      { 'app/config/routes.rb': "draw do\n  get 'alive', to: 'rails/health#show'\nend\n" },
      '/alive',
      'app/config/routes.rb:2',
    ],
    [
      'Rails, in a namespace and a scope',
      {
        'app/config/routes.rb':
          "Rails.application.routes.draw do\n  scope '/v1', module: :api do\n    # inner\n    resources :a do\n      get :ping\n    end\n    namespace :internal do\n      get 'ping' => 'ping#index'\n    end\n  end\nend\n",
      },
      '/v1/internal/ping',
      'app/config/routes.rb:8',
    ],
    [
      'Rails, by its own controller',
      {
        'app/config/routes.rb': 'draw do\n  scope module: :web do\n    get "/health", to: "health#show"\n  end\nend\n',
      },
      '/health',
      'app/config/routes.rb:3',
    ],
    [
      'Rails, for some alone',
      {
        'app/config/routes.rb':
          'draw do\n  constraints(Admin) do\n    get "/health", to: "a#b"\n  end\n  scope "/:locale" do\n    get "up", to: "a#b"\n  end\nend\n',
      },
      null,
    ],
    [
      'Rails, among routes of the same format',
      { 'app/config/routes.rb': "draw do\n  defaults format: :json do\n    get 'up', to: 'a#b'\n  end\nend\n" },
      '/up',
      'app/config/routes.rb:3',
    ],
    [
      'Rails, in a scope for some alone',
      { 'app/config/routes.rb': "draw do\n  scope constraints: Admin do\n    get 'up', to: 'a#b'\n  end\nend\n" },
      null,
    ],
    [
      'Rails, by an engine',
      {
        'app/config/routes.rb': 'draw do\n  mount Sidekiq::Web => "/jobs"\n  mount Shop::Health, at: "/healthz"\nend\n',
      },
      '/healthz',
      'app/config/routes.rb:3',
    ],
    [
      'Rails, by OkComputer',
      { 'app/config/routes.rb': 'draw do\n  mount OkComputer::Engine, at: "/checks"\nend\n' },
      '/checks',
      'app/config/routes.rb:2',
    ],
    ['Rails, in a comment', { 'app/config/routes.rb': '# get "up" => "rails/health#show"\n' }, null],
    [
      'Laravel',
      { 'app/bootstrap/app.php': "<?php\n  ->withRouting(\n    health: '/up',\n  )\n" },
      '/up',
      'app/bootstrap/app.php:3',
    ],
    [
      'chi, before all routers',
      {
        'app/main.go': 'r.Use(middleware.Heartbeat("/ping"))\n',
        'app/api.go': 'func add(r chi.Router) {\n\tr.Get("/other/health", h)\n}\n',
      },
      '/ping',
      'app/main.go:1',
    ],
    [
      'a program around that of ASGI',
      { 'app/main.py': 'application = get()\napplication = health_check(application, "/health/")\n' },
      '/health/',
      'app/main.py:2',
    ],
    ['a check of another program', { 'app/main.py': 'state = check_health(client, "/health/")\n' }, null],
    [
      'controller-runtime',
      { 'app/main.go': 'x := 1\nmgr.AddReadyzCheck("readyz", healthz.Ping)\n' },
      '/readyz',
      'app/main.go:2',
    ],
    [
      'controller-runtime, both',
      { 'app/main.go': 'm.AddReadyzCheck("r", p)\nm.AddHealthzCheck("h", p)\n' },
      '/healthz',
      'app/main.go:2',
    ],
    [
      'Django',
      { 'app/shop/wsgi.py': '', 'app/shop/urls.py': 'urlpatterns = [\n    path("health/", view),\n]\n' },
      '/health/',
      'app/shop/urls.py:2',
    ],
    [
      'Django, by a pattern',
      { 'app/shop/asgi.py': '', 'app/shop/urls.py': 'urlpatterns = [re_path(r"^api/healthz/?$", v)]\n' },
      '/api/healthz/',
      'app/shop/urls.py:1',
    ],
    [
      'Django, by a package for health',
      {
        'app/shop/wsgi.py': '',
        'app/shop/urls.py':
          'urlpatterns = [\n    path("ht/", include("health_check.urls")),\n    path("a/", include("a.urls")),\n]\n',
      },
      '/ht/',
      'app/shop/urls.py:2',
    ],
    [
      'an application of Django, which lies below another route',
      { 'app/shop/urls.py': '    path("health/", view),\n' },
      null,
    ],
  ])('is what %s answers', async (_, files, value, line) => {
    expect(await health('', files)).toEqual(value === null ? null : { value, lines: [line] });
  });

  it.each([
    ['@Controller()\nclass A {\n  @Get("health") a() {} }\n', '/health', 4],
    ['@Controller("api")\nclass A {\n  @Get() a() {}\n  @Get("/ping/") b() {} }\n', '/api/ping', 5],
    [
      '@Controller("health")\nclass A {\n  @Get("database") a() {} }\n@Controller()\nclass B { @Get() b() {} }\n',
      null,
      0,
    ],
    ['@Controller(NAME)\nclass A {\n  @Get("health") a() {} }\n', null, 0],
  ])('is what a method of a controller of NestJS answers: %j', async (text, value, line) => {
    const file = 'app/app.controller.ts';
    const found = await health('', { [file]: `import { Get } from "@nestjs/common";\n${text}`, 'app/main.ts': '' });
    expect(found).toEqual(value === null ? null : { value, lines: [`${file}:${line}`] });
  });

  it.each([
    ['', '/health'],
    ['app.setGlobalPrefix("api");', '/api/health'],
    ['app.setGlobalPrefix(prefix);', null],
    ['app.setGlobalPrefix("api", { exclude: ["health"] });', '/health'],
    ['app.setGlobalPrefix("api", {\n  exclude: ["/robots.txt", "share/:id"],\n});', '/api/health'],
    ['app.setGlobalPrefix("api", { exclude: [NONE], more });', null],
    ['if (a) app.setGlobalPrefix("api"); else app.setGlobalPrefix("/api");', '/api/health'],
    ['if (a) app.setGlobalPrefix("api"); else app.setGlobalPrefix("v1");', null],
    ['app.enableVersioning({ type: VersioningType.URI });', '/health'],
    ['app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });', null],
    ['app.enableVersioning();', null],
    ['app.setGlobalPrefix("api");\napp.enableVersioning();', null],
  ])('is what a controller of NestJS answers under %j', async (main, value) => {
    const controller =
      'import { Controller } from "@nestjs/common";\n@Controller("health")\nclass A { @Get() a() {} }\n';
    const files = { 'app/main.ts': `${main}\n`, 'app/health.controller.ts': controller };
    expect(await health('', files)).toEqual(value === null ? null : { value, lines: ['app/health.controller.ts:2'] });
    const foreign = { ...files, 'app/health.controller.ts': controller.replace('@nestjs/common', 'own') };
    expect(await health('', foreign)).toBeNull();
  });

  it.each([
    ['[Route("[controller]")]', '[HttpGet("healthz")]', '/probes/healthz'],
    ['[Route("api/[controller]")]', '[HttpGet("ready")]\n  [AllowAnonymous]', '/api/probes/ready'],
    ['[Route("api")]', '[HttpGet("ready")]\n  public bool A() => true;\n  [HttpGet("/health")]', '/health'],
    ['[Route("/api/health/")]', '[HttpGet]', '/api/health'],
    ['[Route("api")]', '[HttpGet]\n  [Route("health")]', '/api/health'],
    ['[Authorize]\n[Route("api")]', '[HttpGet("health")]', null],
    ['[Authorize]\n[Route("api")]', '[HttpGet("health"), AllowAnonymous]', null],
    ['[Authorize]\n[Route("api")]', '[HttpGet("health")]\n  [AllowAnonymous]', '/api/health'],
    ['[Route("v{version:apiVersion}")]', '[HttpGet("health")]', null],
    ['[Route("api")]', '[HttpPost("health")]', null],
  ])('is what a controller of ASP.NET answers everybody: %s, %s', async (above, method, expected) => {
    const text = `[ApiController]\n${above}\npublic class ProbesController : ControllerBase\n{\n  ${method}\n  public IActionResult Get() => Ok();\n}\n`;
    expect((await health('', { 'app/Controllers/ProbesController.cs': text }))?.value ?? null).toBe(expected);
  });

  it('is found in a file that is called for it, however many others promise a server', async () => {
    const others = Array.from({ length: 40 }, (_, at): [string, string] => [`app/server/api${at}/index.js`, '']);
    const file = (name: string) => ({
      ...Object.fromEntries(others),
      [`app/packages/shop/src/parts/of/it/${name}.js`]: "app.get('/health', h)\n",
    });
    expect((await health('', file('HealthCheck')))?.value).toBe('/health');
    expect(await health('', file('healthy-food'))).toBeNull();
  });

  it('is what a controller of NestJS has from the class that it extends', async () => {
    const parent = 'import { Get } from "@nestjs/common";\nexport class HealthBase {\n  @Get("live") live() {} }\n';
    const files = (base: string): MemoryFiles => ({
      'app/main.ts': 'app.setGlobalPrefix("api");\n',
      'app/health.controller.ts':
        'import { Controller } from "@nestjs/common";\n@Controller("_health")\nexport class Health extends HealthBase {\n}\n',
      'app/base/health.base.ts': base,
    });
    expect(await health('', files(parent))).toEqual({
      value: '/api/_health/live',
      lines: ['app/health.controller.ts:2'],
    });
    expect(await health('', files(parent.replace('HealthBase', 'Other')))).toBeNull();
    expect(await health('', files(parent.replace('export', '@Controller()\nexport')))).toBeNull();
  });

  it('is what Laravel answers at the root as well', async () => {
    const files = { Dockerfile: 'FROM php:8.4-apache\nCOPY . .\n', 'bootstrap/app.php': "<?php\n  health: '/up',\n" };
    expect((await theService(files)).health?.value).toBe('/up');
  });

  const MAPS = 'app.MapHealthChecks(Path);';
  it.each([
    [`if (app.Environment.IsDevelopment())\n{\n  Log();\n  ${MAPS}\n}`, '', null],
    [`if (app.Environment.IsDevelopment())\n  ${MAPS}`, '', null],
    [`if (app.Environment.IsDevelopment())\n{\n  ${MAPS}\n}`, 'ENV ASPNETCORE_ENVIRONMENT=Development', '/health'],
    [`if (app.Environment.IsDevelopment())\n{\n  Log();\n}\n${MAPS}`, '', '/health'],
    [`if (app.Environment.IsDevelopment())\n{\n  Log();\n}\nelse\n{\n  ${MAPS}\n}`, '', '/health'],
    [`if (app.Environment.IsDevelopment())\n  Log();\n${MAPS}`, '', '/health'],
    [`if (app.Environment.IsDevelopment() || all)\n{\n  ${MAPS}\n}`, '', '/health'],
    [`if (!app.Environment.IsDevelopment())\n{\n  ${MAPS}\n}`, '', '/health'],
  ])(
    'is no route of ASP.NET that only developers get, unless the image runs for them: %s, %s',
    async (text, lines, expected) => {
      const program = `const string Path = "/health";\n${text}\napp.Run();\n`;
      expect((await health(lines, { 'app/Program.cs': program }))?.value ?? null).toBe(expected);
    },
  );

  it('is a route of the one program that GoReleaser puts into an image, whatever other images are made beside it', async () => {
    const files = (builds: string): MemoryFiles => ({
      'go.mod': 'module shop\n\ngo 1.25\n',
      'main.go': 'package main\n',
      'server/server.go': 'mux.HandleFunc("/healthz", h)\n',
      '.goreleaser.yml': `builds:\n${builds}dockers:\n  - dockerfile: Dockerfile\n    ids: [shop]\n`,
      Dockerfile: 'FROM alpine\nCOPY shop /usr/bin\nEXPOSE 80\nENTRYPOINT ["shop"]\n',
      'Dockerfile.web': 'FROM alpine\nCOPY dist/web /usr/bin\nEXPOSE 80\nENTRYPOINT ["web"]\n',
      'compose.yaml': 'services:\n  shop: { build: . }\n  web: { build: { context: ., dockerfile: Dockerfile.web } }\n',
    });
    const found = async (builds: string) =>
      Object.fromEntries((await profiled(files(builds))).services.map((it) => [it.name, it.health?.value ?? null]));
    expect(await found('  - id: shop\n    binary: shop\n')).toEqual({ shop: '/healthz', web: null });
    const other = '  - id: shop\n    binary: shop\n    main: ./cmd/shop\n';
    expect(await found(other)).toEqual({ shop: '/healthz', web: null });
    expect(await found(other.replace('./cmd/shop', '"{{ .Main }}"'))).toEqual({ shop: null, web: null });
  });

  it('is what a server of Ktor imports from another project of its build', async () => {
    const monitoring =
      'package shop.ktor\nfun Application.configureMonitoring() {\n  routing {\n    get("/internal/liveness") {\n';
    const files = (name: string): MemoryFiles => ({
      'settings.gradle.kts': 'include(":app")\ninclude(":common:ktor")\n',
      'app/build.gradle.kts': 'dependencies { implementation(project(":common:ktor")) }\n',
      'common/ktor/build.gradle.kts': '',
      'common/ktor/src/main/kotlin/shop/ktor/Monitoring.kt': monitoring,
      'app/src/main/kotlin/shop/Application.kt': `import io.ktor.server.engine.embeddedServer\nimport shop.ktor.${name}\nfun main() {}\n`,
    });
    expect(await health('', files('configureMonitoring'))).toEqual({
      value: '/internal/liveness',
      lines: ['common/ktor/src/main/kotlin/shop/ktor/Monitoring.kt:4'],
    });
    expect(await health('', files('textOf'))).toBeNull();
    const alone = { ...files('configureMonitoring'), 'app/build.gradle.kts': '' };
    expect(await health('', alone)).toBeNull();
  });

  it.each<[string, string, string | null]>([
    ['render.yaml', 'services:\n  - type: web\n    runtime: docker\n    healthCheckPath: /well\n', '/well'],
    ['render.yaml', 'services:\n  - type: web\n    runtime: node\n    healthCheckPath: /well\n', null],
    [
      'render.yaml',
      'services:\n  - runtime: docker\n    dockerfilePath: ./other/Dockerfile\n    healthCheckPath: /other\n  - env: docker\n    dockerfilePath: ./Dockerfile\n    healthCheckPath: /well\n',
      '/well',
    ],
    ['render.yaml', 'services:\n  - runtime: docker\n    rootDir: other\n    healthCheckPath: /other\n', null],
    ['railway.toml', '[build]\ndockerfilePath = "/Dockerfile"\n[deploy]\nhealthcheckPath = "/well"\n', '/well'],
    ['railway.json', '{ "build": { "dockerfilePath": "a/Dockerfile" }, "deploy": { "healthcheckPath": "/a" } }', null],
    ['railway.json', '{ "deploy": { "healthcheckPath": "/well" } }', '/well'],
    ['config/deploy.yml', 'service: shop\nproxy:\n  healthcheck:\n    path: /well\n', '/well'],
    ['config/deploy.yml', 'service: shop\nhealthcheck:\n  path: /well\nbuilder: { dockerfile: Dockerfile.b }\n', null],
    ['config/deploy.yml', 'kind: Deployment\n', null],
  ])('is what a platform asks that builds its Dockerfile: %s: %j', async (file, text, expected) => {
    const files = { Dockerfile: 'FROM alpine\nEXPOSE 80\nCOPY . .\n', [file]: text };
    const { health: found } = await theService(files);
    expect(found?.value ?? null).toBe(expected);
    if (found) expect(linesOf(found)[0]?.startsWith(`${file}:`)).toBe(true);
  });

  it('is no route of a program that is asked over something else', async () => {
    const files = { Dockerfile: 'FROM php:8.4-fpm\nCOPY . .\n', 'bootstrap/app.php': "<?php\n  health: '/up',\n" };
    const { ports, health: found } = await theService(files);
    expect([ports.map(({ port, protocol }) => `${port}/${protocol}`), found]).toEqual([['9000/tcp'], null]);
  });

  it('is what the framework of a whole program answers in each image that has all of it', async () => {
    const image = (lines: string) => `FROM php:8.4-apache\n${lines}\nEXPOSE 80\n`;
    const { services } = await profiled({
      'compose.yaml':
        'services:\n  web: { build: { context: ., dockerfile: Dockerfile.web } }\n  mail: { build: { context: ., dockerfile: Dockerfile.mail } }\n',
      'composer.json': '{}',
      'Dockerfile.web': image('COPY . /srv'),
      'Dockerfile.mail': image('COPY mail /srv'),
      'mail/a.php': '',
      'bootstrap/app.php': "<?php\n  health: '/up',\n",
    });
    expect(services.map(({ name, health: found }) => [name, found?.value])).toEqual([
      ['mail', undefined],
      ['web', '/up'],
    ]);
  });

  it('is looked for first in the module that a server of Python is told to serve', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`app/shop/api/server${index}.py`, '']));
    const program = 'app = get()\napp = health_check(app, "/health/")\n';
    const served = (module: string, file: string) =>
      health(`COPY . .\nCMD ["uvicorn", "${module}:app", "--port=80"]`, { ...many, [file]: program });
    expect((await served('shop.deep.asgi', 'app/shop/deep/asgi/__init__.py'))?.value).toBe('/health/');
    expect((await served('shop.deep.asgi', 'app/shop/deep/asgi.py'))?.value).toBe('/health/');
    expect(await served('shop.other', 'app/shop/deep/asgi/__init__.py')).toBeNull();
  });

  it('has the port that a manager of Kubernetes answers it on', async () => {
    for (const text of [
      'flag.StringVar(&addr, "health-probe-bind-address", ":8081", "x")',
      'ctrl.Options{HealthProbeBindAddress: ":8081"}',
    ]) {
      const { ports, health: found } = await theService({
        'app/Dockerfile': 'FROM alpine\n',
        'app/main.go': `${text}\nmgr.AddHealthzCheck("healthz", healthz.Ping)\n`,
      });
      expect(ports.map(({ port }) => port)).toEqual([8081]);
      expect(found?.value).toBe('/healthz');
    }
  });

  it('is nothing for a worker', async () => {
    const worker = await theService({
      'app/Dockerfile': 'FROM alpine\n',
      'app/main.go': 'mux.HandleFunc("/healthz", h)',
    });
    expect(worker.health).toBeNull();
  });
});

describe('An image that stands upon one which only the repository itself builds', () => {
  const files = {
    'app/Dockerfile': 'FROM shop-base:1.0\nCOPY main.go ./\nCMD ["/a"]\n',
    'app/main.go': '',
    'src/base-dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\n',
    'src/scripts/images.sh': '#!/bin/sh\ncd ..\ndocker build -t shop-base:1.0 . -f base-dockerfile\n',
  };

  it('says so, with the line that builds that one, and has its account', async () => {
    const { image, user } = await theService(files);
    expect(image.standsOn?.value).toBe('shop-base:1.0');
    expect(linesOf(image.standsOn)).toEqual(['src/scripts/images.sh:3']);
    expect(user?.value).toBe('root');
    expect(linesOf(user)).toEqual(['src/base-dockerfile:1']);
    const again = { 'src/scripts/more.sh': 'docker build -t shop-base:1.0 other\n' };
    expect(linesOf((await theService({ ...files, ...again })).image.standsOn)).toEqual(['src/scripts/images.sh:3']);
    const named = { ...files, 'src/base-dockerfile': 'FROM alpine\nUSER shop\n' };
    expect((await theService(named)).user?.value).toBe('shop');
  });

  it.each([
    ['another tag', 'shop-base:2.0'],
    ['a registry', 'ghcr.io/acme/shop-base:1.0'],
    ['a namespace', 'acme/shop-base:1.0'],
    ['what everybody knows', 'node:24'],
  ])('is none where it stands upon %s', async (_, base) => {
    const script = `docker build -t shop-base:1.0 .\ndocker build -t ${base.replace('shop-base:2.0', 'x')} .\n`;
    const other = { 'app/Dockerfile': `FROM ${base}\nCOPY main.go ./\nCMD ["/a"]\n`, 'src/scripts/images.sh': script };
    expect((await theService({ ...files, ...other })).image.standsOn).toBeUndefined();
  });
});

describe('The user of a service', () => {
  it.each([
    ['FROM alpine\nUSER app', 'app', 2],
    ['FROM alpine\nUSER 1000:1000', '1000:1000', 2],
    ['FROM alpine\nARG U=10001\nUSER $U', '10001', 3],
    ['FROM alpine AS base\nUSER app\nFROM base', 'app', 2],
    ['FROM alpine AS build\nUSER app\nFROM debian', 'root', 3],
    ['FROM alpine\nUSER root\nUSER app', 'app', 3],
    ['FROM nginxinc/nginx-unprivileged', '101', 1],
    ['FROM gcr.io/distroless/static:nonroot', 'nonroot', 1],
    ['FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID', 'app', 2],
  ])('of %j is %s', async (text, value, line) => {
    const { user } = await theService({ 'app/Dockerfile': text });
    expect(user?.value).toBe(value);
    expect(linesOf(user)[0]).toBe(`app/Dockerfile:${line}`);
  });

  it.each(['FROM somebody/image', 'FROM alpine\nUSER $NOT_KNOWN', 'FROM $BASE'])('of %j is not known', async (text) => {
    expect((await theService({ 'app/Dockerfile': text })).user).toBeNull();
  });
});
