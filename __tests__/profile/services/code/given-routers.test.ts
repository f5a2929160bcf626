import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { theService } from '../../profiled.ts';

const MODULE = 'module example.com/shop\n';

async function health(files: MemoryFiles) {
  const { health: found } = await theService({
    'go.mod': MODULE,
    Dockerfile: 'FROM alpine\nEXPOSE 80\nCOPY . .\nRUN go build .\n',
    ...files,
  });
  return found?.value ?? null;
}

/** `main.go` with this in `main`, and a package of routes. */
const program = (main: string, routes: string): MemoryFiles => ({
  'main.go': `package main\n\nimport "example.com/shop/routes"\n\nfunc main() {\n${main}\n}\n`,
  'routes/routes.go': `package routes\n\n${routes}\n`,
});

const ADDS = 'func Add(g *gin.RouterGroup) {\n\tg.GET("/healthz", h)\n}';

describe('A router that a Go function is given', () => {
  it.each([
    ['a group by its name', '\tapi := r.Group("/api")\n\troutes.Add(api)', '/api/healthz'],
    ['a group made in the call', '\troutes.Add(r.Group("/api"))', '/api/healthz'],
    ['a group made in the call, with who may enter', '\troutes.Add(r.Group("/api", logged()))', '/api/healthz'],
    ['a group of a group', '\tapi := r.Group("/api")\n\tv1 := api.Group("/v1")\n\troutes.Add(v1)', '/api/v1/healthz'],
    ['the group of all', '\troutes.Add(&r.RouterGroup)', '/healthz'],
    ['a group in a field', '\ts.api = s.engine.Group("/api")\n\troutes.Add(s.api)', '/api/healthz'],
    ['two groups: by the first', '\troutes.Add(r.Group("/a"))\n\troutes.Add(r.Group("/b"))', '/a/healthz'],
    ['what another function makes', '\troutes.Add(groupOf(r))', null],
    ['a group of a name that is made up', '\troutes.Add(r.Group(prefix))', null],
    ['groups one after the other in one call', '\troutes.Add(r.Group("/a").Group("/b"))', null],
    ['a function of another package', '\tother.Add(r.Group("/api"))', null],
    ['nobody', '', null],
  ])('has the prefix of %s', async (_, main, expected) => {
    expect(await health(program(main, ADDS))).toBe(expected);
  });

  it.each([
    ['handed on', `func All(g *gin.RouterGroup) {\n\tAdd(g.Group("/v1"))\n}\n\n${ADDS}`, '/api/v1/healthz'],
    ['handed on in a circle', `func All(g *gin.RouterGroup) {\n\tAll(g)\n\tAdd(g)\n}\n\n${ADDS}`, '/api/healthz'],
    ['a further argument', 'func All(n int, g *echo.Group) {\n\tg.GET("/healthz", h)\n}', null],
    [
      'behind a function among its arguments',
      'func All(g chi.Router, f func(a int, b string)) {\n\tg.Get("/healthz", h)\n}',
      '/api/healthz',
    ],
  ])('may be %s', async (_, routes, expected) => {
    expect(await health(program('\troutes.All(r.Group("/api"))', routes))).toBe(expected);
  });

  it('is at its place among the arguments', async () => {
    const routes = 'func Add(n int, g *echo.Group) {\n\tg.GET("/healthz", h)\n}';
    expect(await health(program('\troutes.Add(f(1, 2), e.Group("/api"))', routes))).toBe('/api/healthz');
  });

  it('stands in the blocks around the call', async () => {
    const routes = 'func Add(r chi.Router) {\n\tr.Get("/healthz", h)\n}';
    const main = '\tr.Route("/api", func(r chi.Router) {\n\t\troutes.Add(r)\n\t})';
    expect(await health(program(main, routes))).toBe('/api/healthz');
  });

  it('may be the router of all where nobody is seen to give it', async () => {
    expect(await health(program('', 'func Add(r chi.Router) {\n\tr.Get("/healthz", h)\n}'))).toBe('/healthz');
  });

  it('has no prefix of a router that another function calls by the same name', async () => {
    const routes = `func Other(r *gin.RouterGroup) {\n\tr.GET("/x", h)\n}\n\nfunc Add(r *gin.Engine) {\n\tr.GET("/healthz", h)\n}`;
    expect(await health(program('\troutes.Other(r.Group("/api"))\n\troutes.Add(r)', routes))).toBe('/healthz');
  });

  it('is given to a method by whatever value, where one type alone has it, or all calls agree', async () => {
    const method = (type: string, route: string) =>
      `func (h *${type}) Add(g *gin.RouterGroup) {\n\tg.GET("${route}", h.x)\n}\n`;
    const calls = '\tapi := r.Group("/api")\n\tusers.Add(api)\n';
    expect(await health(program(calls, method('Health', '/healthz')))).toBe('/api/healthz');
    const two = method('Health', '/healthz') + method('Users', '/users');
    expect(await health(program(`${calls}\thealth.Add(api)\n`, two))).toBe('/api/healthz');
    expect(await health(program(`${calls}\thealth.Add(r.Group("/ops"))\n`, two))).toBeNull();
  });
});

describe('A router that a Go function hands out', () => {
  const routes = (type: string) =>
    `func Ops() ${type} {\n\tr := chi.NewRouter()\n\tr.Get("/healthz", h)\n\tr.HandleFunc("/x", x)\n\treturn r\n}`;

  it.each([
    ['chi.Router', '\tr.Mount("/ops", routes.Ops())', '/ops/healthz'],
    ['http.Handler', '\tr.Mount("/ops", routes.Ops())', '/ops/healthz'],
    ['http.Handler', '\tmux.Handle("/ops/", http.StripPrefix("/ops", routes.Ops()))', '/ops/healthz'],
    ['http.Handler', '\tmux.Handle("/ops/", routes.Ops())', '/healthz'],
    ['http.Handler', '\thttp.ListenAndServe(":80", routes.Ops())', '/healthz'],
    ['http.Handler', '', '/healthz'],
  ])('has the prefix that it is put below: %s, %j', async (type, main, expected) => {
    expect(await health(program(main, routes(type)))).toBe(expected);
  });

  it('may have a name before it is put below another one', async () => {
    const main = '\tapi := chi.NewRouter()\n\tapi.Get("/healthz", h)\n\tr.Mount("/api", api)';
    expect(await health({ 'main.go': `package main\n\nfunc main() {\n${main}\n}\n` })).toBe('/api/healthz');
  });
});

describe('The name of a health route', () => {
  it.each([
    ['/liveness', '/liveness'],
    ['/readiness', '/readiness'],
    ['/health/live', '/health/live'],
    ['/api/health/check', '/api/health/check'],
    ['/live', null],
    ['/notifications/live', null],
    ['/delivery', null],
  ])('%s', async (path, expected) => {
    expect(await health({ 'main.go': `package main\n\nfunc main() {\n\thttp.HandleFunc("${path}", h)\n}\n` })).toBe(
      expected,
    );
  });

  it('is the plain one before one that tells more', async () => {
    const main = '\thttp.HandleFunc("/health/live", h)\n\thttp.HandleFunc("/health", h)';
    expect(await health({ 'main.go': `package main\n\nfunc main() {\n${main}\n}\n` })).toBe('/health');
  });
});
