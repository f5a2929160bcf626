import type { Sourced } from '../../domain/evidence.ts';
import type { Snapshot } from '../snapshot.ts';
import { baseImage, type ImageFacts } from './dockerfile.ts';

/** Accounts that well-known images end with, as their own documentation states. */
const INHERITED: readonly (readonly [RegExp, string])[] = [
  [/distroless\/.*:.*nonroot|(^|\/)static(-debian\d+)?:nonroot/, 'nonroot'],
  [/(^|\/)nginx-unprivileged(:|@|$)/, '101'],
  [/cgr\.dev\/chainguard\//, 'nonroot'],
  [/(^|\/)dotnet\/.*-(chiseled|distroless)/, 'app'],
  [/^scratch$/, 'root'],
  [
    /(^|\/)(alpine|debian|ubuntu|busybox|node|python|golang|rust|eclipse-temurin|openjdk|amazoncorretto|nginx|httpd|php|ruby|maven|gradle)(:|@|$)/,
    'root',
  ],
];

/** The account that the container runs as: as written, else what its base image ends with, else unknown. */
export function findUser(snapshot: Snapshot, facts: ImageFacts): Sourced<string> | null {
  const { user, file } = facts;
  if (user && user.value !== '' && !user.value.includes('$'))
    return { value: user.value, because: [snapshot.evidence(file, user.line)] };
  const base = baseImage(facts);
  const inherited = base && INHERITED.find(([pattern]) => pattern.test(base.value))?.[1];
  return base && inherited ? { value: inherited, because: [snapshot.evidence(file, base.line)] } : null;
}

/** The path that HEALTHCHECK asks for, or `grpc` where it runs a gRPC probe. Routes in source files are a later step. */
export function findHealth(snapshot: Snapshot, { healthcheck, file }: ImageFacts): Sourced<string> | null {
  if (!healthcheck || /^NONE\b/i.test(healthcheck.value)) return null;
  const because = [snapshot.evidence(file, healthcheck.line)];
  if (/grpc[_-]health[_-]probe/.test(healthcheck.value)) return { value: 'grpc', because };
  const path = /https?:\/\/[\w.$:{}[\]-]+(\/[\w./-]*)/.exec(healthcheck.value)?.[1];
  return path === undefined ? null : { value: path, because };
}
