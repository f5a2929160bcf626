import { lineCounter } from '../../lines.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import { controllerRoutes } from './aspnet-controllers.ts';
import { blueprintRoutes } from './flask-blueprints.ts';
import { NGINX_SITE, nginxRoutes } from './nginx.ts';
import { portsInCode } from './ports.ts';
import { RAILS_ROUTES, railsRoutes } from './rails.ts';
import { rootedRoutes } from './rooted.ts';
import { routerPrefixes } from './router-prefixes.ts';
import { answeredInCode, type Match, routesInCode } from './routes.ts';

/** What the source of a program shows of the servers in it. */
export interface CodeFacts {
  readonly grpcServer: Word | null;
  readonly grpcHealth: Word | null;
  readonly httpServer: Word | null;
  /** Health routes that a framework answers by itself, as clients ask for them. */
  readonly answered: readonly Word[];
  /** Paths that look like health routes, as clients ask for them. */
  readonly routes: readonly Word[];
  readonly ports: readonly Word[];
}

const GRPC_SERVER =
  /\bgrpc\.NewServer\(|\bgrpc\.(?:aio\.)?server\(|\bnew grpc\.Server\(|\b(?:Netty)?ServerBuilder\s{0,40}\.?\s{0,40}forPort\(|\bgrpc::ServerBuilder\b|\bMapGrpcService<|\bGrpcServer\b|\btonic::transport::(?:\{[^}\n]{0,80})?Server\b/;
const GRPC_HEALTH =
  /\bRegisterHealthServer\(|\badd_HealthServicer_to_server\(|\bgrpc(?:\.|::)health(?:\.|::)v1\b|\bEnableDefaultHealthCheckService\(true\)|\bHealthStatusManager\b|\bGrpc\.Health\.V1\b|\bMapGrpcHealthChecksService\b|\btonic_health\b|\bgrpc-js-health-check\b|\bHealthImplementation\b/;
const HTTP_SERVER =
  /\bhttp\.(?:ListenAndServe|Server\{|createServer\()|\b(?:gin|echo|fiber|chi|mux|httprouter)\.New\w*\(|\bgin\.Default\(|\bexpress\(\)|\b[Ff]astify\(|\bnew Koa\(|\bnew Hono\(|\bFlask\(__name__|\bFastAPI\(|\bStarlette\(|\bHttpServer::new\(|\baxum::|\b@(?:Rest)?Controller\b|\bHTTPServer\(/;

/** What the files show; those that were not read show nothing. Others of the same program tell what they put before the routes of these. Routes for developers alone are shown where the program may run for them. */
export function readCode(
  snapshot: Snapshot,
  files: readonly string[],
  others: readonly string[] = [],
  mayDevelop = true,
): CodeFacts {
  const read = (file: string) => {
    const text = file.endsWith('.json') ? null : snapshot.text(file);
    return text === null ? [] : [{ file, text }];
  };
  const texts = files.flatMap(read).map((it) => ({ ...it, lineAt: lineCounter(it.text) }));
  const all = (find: (text: string, file: string) => readonly Match[]) =>
    texts.flatMap(({ file, text, lineAt }) =>
      find(text, file).map(({ value, offset }) => wordAt(value, file, lineAt(offset))),
    );
  const whole = texts.map(({ text }) => text);
  const [rooted, blueprints] = [rootedRoutes(snapshot, whole), blueprintRoutes(texts)];
  const prefixes = routerPrefixes(snapshot, [...files, ...others].flatMap(read));
  const first = (pattern: RegExp, needle?: RegExp) =>
    all((text) => {
      const match = (needle?.test(text) ?? true) ? pattern.exec(text) : null;
      return match ? [{ value: match[0], offset: match.index }] : [];
    })[0] ?? null;
  return {
    grpcServer: first(GRPC_SERVER, /grpc|tonic/i),
    grpcHealth: first(GRPC_HEALTH, /grpc|tonic/i),
    httpServer: first(HTTP_SERVER),
    answered: all(answeredInCode),
    routes: all((text, file) => {
      if (RAILS_ROUTES.test(file)) return railsRoutes(text);
      if (NGINX_SITE.test(file)) return nginxRoutes(text);
      return [
        routesInCode({ text, file }, prefixes, mayDevelop),
        rooted(text, file),
        blueprints(text, file),
        controllerRoutes(text, file),
      ].flat();
    }),
    ports: all(portsInCode),
  };
}
