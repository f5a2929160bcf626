import type { Sourced } from '../../domain/evidence.ts';
import type { Port } from '../../domain/profile.ts';
import { checkedAddress } from '../compose/healthcheck.ts';
import { cite, type Word, wordAt } from '../word.ts';
import { preferredRoute } from './code/routes.ts';
import { actuatorPath } from './ports/configuration.ts';
import type { Listening } from './ports/listening.ts';

/** Packages that serve a route for health by themselves. */
const FRAMEWORKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[\w.-]+:)?spring-boot-starter-actuator$/, '/actuator/health'],
  [/^(?:[\w.-]+:)?quarkus-smallrye-health$/, '/q/health/ready'],
  [/^(?:[\w.-]+:)?micronaut-management$/, '/health'],
];

/**
 * A route that tells whether the service is well, or `grpc`; null where none is known. A check that somebody wrote out knows prefixes
 * that a route in the source does not, so it comes first. (detection.md, "Probe")
 */
export function findHealth(listening: Listening, ports: readonly Port[]): Sourced<string> | null {
  if (ports.length === 0) return null;
  const { snapshot, code } = listening;
  const isGrpc = code.grpcHealth !== null && code.httpServer === null;
  const word = checked(listening) ?? (isGrpc ? grpc(code.grpcHealth) : null) ?? byFramework(listening);
  const found = word ?? preferredRoute(code.routes) ?? grpc(code.grpcHealth);
  return found ? { value: found.value, because: cite(snapshot, found) } : null;
}

/** What HEALTHCHECK, or compose's health check, asks. */
function checked({ build }: Listening): Word | null {
  const { facts, making, compose } = build;
  if (making?.health) return making.health;
  for (const word of [facts.healthcheck, compose?.healthcheck ?? null]) {
    if (!word) continue;
    if (/grpc[_-]health[_-]probe|grpcurl\b.*\bgrpc\.health/.test(word.value.slice(0, 2_000))) return grpc(word);
    const address = checkedAddress(word.value, compose ? [compose.name] : []);
    if (address) return { ...word, value: address.path };
  }
  return null;
}

function grpc(word: Word | null): Word | null {
  return word && { ...word, value: 'grpc' };
}

function byFramework({ snapshot, units, build, files }: Listening): Word | null {
  for (const { name, file, line } of units.dependenciesNear(build.directory)) {
    const route = FRAMEWORKS.find(([pattern]) => pattern.test(name))?.[1];
    if (route === undefined) continue;
    const word = wordAt(route, file, line);
    const base = route.startsWith('/actuator/') ? actuatorPath(snapshot, files) : null;
    return base ? { value: joined(base.value, route), at: [...base.at, ...word.at] } : word;
  }
  return null;
}

function joined(base: string, route: string): string {
  return base.replace(/\/$/, '') + route.slice('/actuator'.length);
}
