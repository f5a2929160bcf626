import { blockPrefixes } from './blocks.ts';
import { isForDevelopers } from './development.ts';
import { HEALTH_NAME } from './health-names.ts';
import type { RouterPrefix, SourceFile } from './routers.ts';

/** Something that a pattern found in a text. */
export interface Match {
  readonly value: string;
  readonly offset: number;
}

const ROUTE = new RegExp(`["'\`](?:GET )?(/(?:[\\w-]{1,40}/){0,4}${HEALTH_NAME}/?)["'\`]`, 'g');

/** Where a route is written by its steps, without the stroke before them. */
const STEP = new RegExp(`"(${HEALTH_NAME})"`, 'g');

/** Laravel puts the stroke before a route itself. (laravel.com, "Routing") */
const BARE = new RegExp(`["']((?:[\\w-]{1,40}/){0,4}${HEALTH_NAME})["']`, 'g');

/** Health routes that a server registers in a file, below what the program puts before what its routers are given; those for developers alone only where the program may run for them. */
export function routesInCode(
  { text, file }: SourceFile,
  prefixes: (at: SourceFile) => RouterPrefix,
  mayDevelop = true,
): Match[] {
  if (!/health|live|read[iy]|\/up\b|ping|heartbeat/.test(text)) return [];
  const isServed = (at: number | null) => mayDevelop || at === null || !isForDevelopers(text, file, at);
  return registered({ text, file }, prefixes({ text, file }), isServed);
}

/** Health routes that a framework answers by itself, before any router of the program, because a file tells it to. */
export function answeredInCode(text: string, file: string): Match[] {
  return OWN_FORMS.flatMap(({ ends, pattern, route }) =>
    `/${file}`.endsWith(ends) ? formed(text, pattern, route) : [],
  );
}

function registered(
  { text, file }: SourceFile,
  routerPrefix: RouterPrefix,
  isServed: (at: number | null) => boolean,
): Match[] {
  if (isClient(text, file)) return [];
  const prefix = classPrefix(text, file);
  const blockPrefix = blockPrefixes(text, file);
  const mounted = file.endsWith('.py') ? mountedNames(text) : null;
  const registeredAt = registrations(text, file);
  const unlike = /\.(?:swift|scala)$/.test(file) ? STEP : file.endsWith('.php') ? BARE : null;
  const steps = unlike === null ? [] : [...text.matchAll(unlike)];
  return [...text.matchAll(ROUTE), ...steps].flatMap(({ 1: written = '', index }) => {
    const path = written.startsWith('/') ? written : `/${written}`;
    const at = registeredAt(index);
    const before = linesBefore(text, at ?? index);
    if (mounted?.has(/@(\w{1,60})\.\w/.exec(before)?.[1] ?? '')) return [];
    const around = at === null ? null : blockPrefix(at);
    const group = at === null ? null : routerPrefix(routerOf(before), at);
    return around === null || group === null || !isServed(at)
      ? []
      : [{ value: group + around + (prefix === path ? path : prefix + path), offset: index }];
  });
}

/** What Python's frameworks put below something else: the routes of these say nothing by themselves. */
function mountedNames(text: string): ReadonlySet<string> {
  const found = text.matchAll(
    /^(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?[\w.]{0,60}\b(?:APIRouter|(?:API)?Blueprint|Namespace)\(/gm,
  );
  return new Set([...found].map(([, name = '']) => name));
}

/** Tells where a route that stands at an index is added: there, or where the name is that the text gives it; null where nothing adds it. */
function registrations(text: string, file: string): (index: number) => number | null {
  const uses = new Map<string, number | null>();
  const useOf = (name: string): number | null => {
    const known = uses.get(name);
    if (known !== undefined || uses.size >= MOST_NAMES) return known ?? null;
    const all = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => index);
    const isAdded = (index: number) => isRegistered(linesBefore(text, index), file) || isCompared(text, index, file);
    const found = all.find(isAdded) ?? null;
    uses.set(name, found);
    return found;
  };
  return (index) => {
    const before = linesBefore(text, index);
    if (isRegistered(before, file) || isCase(before, text, file) || isCompared(text, index, file)) return index;
    const name = GIVEN.exec(before)?.[1];
    return name === undefined ? null : useOf(name);
  };
}

/** `private const string HealthPath = ` */
const GIVEN = /\b([A-Za-z]\w{1,60})(?::[^\S\n]{0,4}&?(?:'static )?\w{1,20})?[^\S\n]{0,60}:?=[^\S\n]{0,4}$/;

/** No program gives a name to more routes for health. */
const MOST_NAMES = 10;

/** What stands before a place in its line; where that is nothing, the line above as well, for an argument in a line of its own. */
function linesBefore(text: string, index: number): string {
  const near = text.slice(Math.max(0, index - 200), index);
  const start = near.lastIndexOf('\n') + 1;
  const isAlone = start > 1 && near.slice(start).trim() === '';
  return near.slice(isAlone ? near.lastIndexOf('\n', start - 2) + 1 : start);
}

/** What a route is added to. */
function routerOf(before: string): string {
  return /(\w{1,60})\.\w{1,60}\([^()]{0,60}$/.exec(before)?.[1] ?? '';
}

/** An interface by which a program asks another one declares the routes of that one. (Micronaut, Feign, MicroProfile, Spring: their manuals) */
function isClient(text: string, file: string): boolean {
  return (
    /\.(?:java|kt)$/.test(file) &&
    /@(?:Client|FeignClient|RegisterRestClient|HttpExchange)\b/.test(text) &&
    /\binterface\s/.test(text)
  );
}

interface Form {
  /** How the names of its files end. */
  readonly ends: string;
  readonly pattern: RegExp;
  readonly route: (found: string) => string;
}

/** How frameworks write a health route without its path, or without the stroke before it. */
const OWN_FORMS: readonly Form[] = [
  // A plug that answers one path by itself. (hexdocs.pm, "Plug.Conn")
  {
    ends: '.ex',
    pattern: new RegExp(`\\bpath_info: \\["(${HEALTH_NAME}|status)"\\]`, 'g'),
    route: (name) => `/${name}`,
  },
  {
    ends: '.ex',
    pattern: new RegExp(`\\brequest_path: "(/(?:${HEALTH_NAME}|status))"`, 'g'),
    route: (path) => path,
  },
  // Plugs of packages for health, which are told their path.
  {
    ends: '.ex',
    pattern:
      /^[^\S\n]{0,20}plug[\s(]{1,4}[\w.]{0,60}Health[\w.]{0,60},\s{0,4}\[?(?:path|resp_path):\s{0,4}"(\/[\w/-]{1,60})"/gm,
    route: (path) => path,
  },
  // laravel.com, "The Health Route"
  { ends: '/bootstrap/app.php', pattern: /^[^\S\n]{1,40}health:\s*["'](\/[\w/-]{1,60})["']/gm, route: (path) => path },
  // pkg.go.dev, "sigs.k8s.io/controller-runtime/pkg/manager": the defaults of LivenessEndpointName and ReadinessEndpointName
  { ends: '.go', pattern: /\.Add(Healthz|Readyz)Check\(/g, route: (kind) => `/${kind.toLowerCase()}` },
  // pkg.go.dev, "github.com/go-chi/chi/v5/middleware": Heartbeat
  { ends: '.go', pattern: /\bHeartbeat\("(\/[\w/.-]{1,60})"\)/g, route: (path) => path },
  // docs.gofiber.io, "Healthcheck"
  { ends: '.go', pattern: /\bUse\(healthcheck\.New\(\)\)/g, route: () => '/livez' },
  // grpc-ecosystem.github.io/grpc-gateway, "Health check"
  { ends: '.go', pattern: /\bWithHealthzEndpoint\(/g, route: () => '/healthz' },
  {
    ends: '.go',
    pattern: /\bWithHealthEndpointAt\([^"\n]{1,200},\s{0,4}"(\/[\w/.-]{1,60})"\)/g,
    route: (path) => path,
  },
  // A program around another one, in whose name it stands: `app = health_check(app, "/health/")`. (asgi.readthedocs.io, "Middleware")
  {
    ends: '.py',
    pattern:
      /^(?=(\w{1,40}) = \w{0,30}health\w{0,30}\(\1, )\w{1,40} = \w{1,66}\(\w{1,40}, ["'](\/[\w/.-]{1,60})["']\)/gim,
    route: (path) => path,
  },
];

function formed(text: string, pattern: RegExp, route: Form['route']): Match[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all, ...groups }) => ({
    value: route(groups[2] ?? groups[1] ?? ''),
    offset: index + all.length - all.trimStart().length,
  }));
}

/** Go's `switch request.URL.Path { case "/ready":`, which is a router too. */
function isCase(before: string, text: string, file: string): boolean {
  return (
    file.endsWith('.go') &&
    /^\s*case\s(?:"[^"\n]{0,100}",\s{0,4})*$/.test(before) &&
    /\bswitch\s[\w.]{1,60}\.URL\.Path\b/.test(text)
  );
}

/** `r.URL.Path == healthPath {`, where the block answers by itself, and hands nothing on or out. (pkg.go.dev, "net/http": Request) */
function isCompared(text: string, index: number, file: string): boolean {
  if (!file.endsWith('.go') || !/\bif\s.{0,160}\.URL\.Path\s==\s$/.test(linesBefore(text, index))) return false;
  return !/^[^{\n]{1,200}\{\s{0,40}(?:return\s{1,4})?(?:\w{1,40}\.){0,3}(?:next|nil|true|false|ServeHTTP)\b/i.test(
    text.slice(index, index + 400),
  );
}

/** Calls that add a route: the path is their first argument, or the second after the method. */
const REGISTERS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    go: /\.(?:HandleFunc|Handle|GET|Get|Any|Path|Head|HEAD)\(\s*(?:"GET",\s*)?(?:\w+\s*\+\s*)?$/,
    js: /\b(?:app|server|fastify|application|instance)\.(?:get|all|use|head|route)\(\s*(?:\[\s*(?:["'`][^"'`\n]{0,60}["'`],\s*){0,4})?$|\b(?:url|pathname|path)\s*===?\s*$/,
    py: /@(?:app|application|api|server)\.(?:get|route|api_route)\(\s*(?:path\s*=\s*)?$|\badd_url_rule\(\s*$|\b(?:app|application|server)\.add_(?:api_)?route\(\s*$|\brouter\.add_(?:get|route)\(\s*(?:["']GET["'],\s*)?$|\bweb\.get\(\s*$|(?:^|[\s[(,])Route\(\s*$/,
    rs: /\.(?:route|at|service)\(\s*(?:web::resource\(\s*)?$|#\[get\(\s*$/,
    java: /(?:@(?:GetMapping|RequestMapping|Path|Get)|\.createContext|\b(?:app|router|routing|javalin)\.get|\bRequestPredicates\.GET)\(\s*(?:(?:value|path)\s*=\s*\{?\s*)?$/,
    kt: /@(?:GetMapping|RequestMapping|Path|Get)\(\s*(?:(?:value|path)\s*=\s*\[?\s*)?$|\bget\(\s*$/,
    cs: /\.(?:MapGet|MapHealthChecks|UseHealthChecks)\(\s*$/,
    ex: /^\s*(?:get|forward)\s*\(?\s*$/,
    rb: /^\s*get\s*\(?\s*$/,
    cpp: /\bCROW_ROUTE\(\s*\w+,\s*$|\bADD_METHOD_TO\([\w:]+,\s*$|\bregisterHandler\(\s*$|\b(?:svr|server)\.Get\(\s*$|\bENDPOINT\("GET",\s*$/,
    swift: /\b(?:app|application|router)\.get\(\s*$/,
    scala: /(?:\bGET\s*->\s*Root|\bMethod\.GET)\s*\/\s*$/,
    php: /(?:@|#\[)Route\(\s*(?:path\s*=\s*|path:\s*)?$|Route::get\(\s*$|\$app->get\(\s*$/,
  }),
);

function isRegistered(before: string, file: string): boolean {
  const pattern = REGISTERS.get(languageOf(file));
  return (
    pattern?.test(before) === true &&
    !/\b(?:axios|client|requests?|session|https?|httpx)\.(?:get|head)\(\s*$/i.test(before)
  );
}

function languageOf(file: string): string {
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return /^[cm]?[jt]s$/.test(extension) ? 'js' : extension === 'cc' ? 'cpp' : extension;
}

/** Where a class begins, and not where a comment speaks of one. */
const CLASS = /^[^\S\n]{0,40}(?:[a-z]{1,20}\s{1,4}){0,5}class\s/m;

/** Spring, Jakarta REST and Micronaut put the path of a class before those of its methods; by Spring's `@Controller` a class has a name. */
const CLASS_PATH =
  /@(?:RequestMapping|Path|Controller(?=\s{0,4}\(\s{0,40}"\/))\s{0,4}\(\s{0,40}(?:(?:value|path)\s{0,4}=\s{0,4})?"([\w/-]{0,100})"/;

function classPrefix(text: string, file: string): string {
  if (!/\.(java|kt)$/.test(file)) return '';
  const [head = ''] = text.split(CLASS, 1);
  const path = CLASS_PATH.exec(head)?.[1] ?? '';
  return path === '' ? '' : `/${path.replace(/^\/|\/$/g, '')}`;
}
