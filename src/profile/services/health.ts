import type { Sourced } from '../../domain/evidence.ts';
import type { Port } from '../../domain/profile.ts';
import { checkedAddress } from '../compose/healthcheck.ts';
import { firstFound, type Source } from '../source.ts';
import { cite, type Word, wordAt } from '../word.ts';
import { broughtSettings } from './code/files.ts';
import { preferredRoute } from './code/health-names.ts';
import { NGINX_SITE } from './code/nginx.ts';
import { flyApp } from './fly.ts';
import { askedByScript, checkScripts } from './health-script.ts';
import { hostedHealth } from './hosting.ts';
import { modulesOfMaven } from './kinds/maven/parts.ts';
import { actuatorPath, contextPath, hasOwnManagement } from './ports/configuration.ts';
import type { Listening } from './ports/listening.ts';

/** Packages that serve a route for health by themselves. */
export const FRAMEWORKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[\w.-]+:)?spring-boot-starter-actuator$/, '/actuator/health'],
  [/^(?:[\w.-]+:)?quarkus-smallrye-health$/, '/q/health/ready'],
  [/^(?:[\w.-]+:)?micronaut-management$/, '/health'],
];

interface HealthQuery extends Listening {
  /** Those that have been found. */
  readonly ports: readonly Port[];
}

/**
 * What tells a health route, best first. A check that somebody wrote out knows prefixes that a route in the source does not, so it comes
 * first. (detection.md, "Probe")
 */
export const HEALTH: readonly Source<HealthQuery, Word>[] = [
  {
    from: 'a check that is written out: for the tool that makes the image, in `HEALTHCHECK`, in compose; in the script that they start',
    find: checked,
  },
  {
    from: 'a probe of the manifest, the chart or the application of Nais that runs it in Kubernetes, as the kustomization beside it patches it: whether it is ready, else whether it lives',
    find: ({ running }) => running.map(({ probe }) => probe).find((probe) => probe !== null) ?? null,
  },
  {
    from: 'a check of the `fly.toml` that runs it',
    find: ({ snapshot, build }) => flyApp(snapshot, build)?.health ?? null,
  },
  {
    from: 'a check of the `render.yaml`, `railway.toml`, `railway.json` or `config/deploy.yml` (Kamal) by which its Dockerfile is hosted',
    find: ({ snapshot, build }) => hostedHealth(snapshot, build),
  },
  {
    from: 'gRPC’s health service in the source, where no HTTP server is',
    find: ({ code }) => (code.httpServer === null ? grpc(code.grpcHealth) : null),
  },
  {
    from: 'a package that serves a route by itself, of the program or of a module of Maven that it is made of',
    find: overHttp(byFramework),
  },
  {
    from: 'what the source has a framework answer by itself, the better name first',
    find: overHttp(({ code }) => preferredRoute(code.answered)),
  },
  {
    from: 'a route in the source, or a file that is one by its place, with all that stands before it, the better name first',
    find: overHttp(byRoute),
  },
  { from: 'gRPC’s health service in the source', find: ({ code }) => grpc(code.grpcHealth) },
];

/** Of what is not asked over HTTP, such as FastCGI, no route is known. */
function overHttp(find: (query: HealthQuery) => Word | null): (query: HealthQuery) => Word | null {
  return (query) =>
    query.ports.some(({ protocol }) => protocol === 'http' || protocol === 'grpc') ? find(query) : null;
}

/** A route that tells whether the service is well, or `grpc`; null where none is known. */
export function findHealth(listening: Listening, ports: readonly Port[]): Sourced<string> | null {
  const found = ports.length === 0 ? null : firstFound(HEALTH, { ...listening, ports });
  return found && { value: found.value, because: cite(listening.snapshot, found) };
}

/** What HEALTHCHECK, or compose's health check, asks, or the program of the repository that it starts. */
function checked(query: HealthQuery): Word | null {
  const { snapshot, build } = query;
  const { facts, making, compose } = build;
  if (making?.health) return making.health;
  for (const word of [facts.healthcheck, compose?.healthcheck ?? null]) {
    if (!word) continue;
    if (/grpc[_-]health[_-]probe|grpcurl\b.*\bgrpc\.health/.test(word.value)) return grpc(word);
    const address = checkedAddress(word.value, compose ? [compose.name] : []);
    if (address?.path && isServed(address.port, query)) return { ...word, value: address.path };
  }
  return (
    checkScripts(snapshot, build)
      .map((script) => askedByScript(snapshot, script))
      .find(Boolean) ?? null
  );
}

/** What is asked on a port that neither the service nor its compose service has is asked of something else in its image, such as a server for those who run it. */
function isServed(port: number | null, { ports, build }: HealthQuery): boolean {
  return port === null || [...ports, ...(build.compose?.ports ?? [])].some((it) => it.port === port);
}

function grpc(word: Word | null): Word | null {
  return word && { ...word, value: 'grpc' };
}

function byFramework({ snapshot, units, build, files }: Listening): Word | null {
  const parts = [build.directory, ...modulesOfMaven(snapshot, build.directory)];
  for (const { name, file, line } of parts.flatMap((folder) => units.dependenciesNear(folder))) {
    const route = FRAMEWORKS.find(([pattern]) => pattern.test(name))?.[1];
    if (route === undefined) continue;
    const settings = [...files, ...broughtSettings(snapshot, build)];
    const word = wordAt(route, file, line);
    if (!route.startsWith('/actuator/')) return after(contextPath(snapshot, settings), word);
    const base = actuatorPath(snapshot, settings);
    const based = base ? after(base, { ...word, value: route.slice('/actuator'.length) }) : word;
    return hasOwnManagement(snapshot, settings) ? based : after(contextPath(snapshot, settings), based);
  }
  return null;
}

function byRoute({ snapshot, code, files, build }: Listening): Word | null {
  const isOfNginx = /nginx|openresty/.test(build.facts.base.value);
  const word = preferredRoute(code.routes.filter(({ at: [{ file }] }) => isOfNginx || !NGINX_SITE.test(file)));
  const isOfJava = word !== null && /\.(?:java|kt)$/.test(word.at[0].file);
  return isOfJava ? after(contextPath(snapshot, files), word) : word;
}

/** The route below what stands before it. */
function after(base: Word | null, word: Word): Word {
  const before = base?.value.replace(/\/$/, '') ?? '';
  return base === null ? word : { value: before + word.value, at: [...base.at, ...word.at] };
}
