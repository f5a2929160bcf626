import { baseFacts } from '../../docker/base-images.ts';
import { wordAt } from '../../word.ts';
import { isLeftOpen } from './configuration.ts';
import type { FoundPort, Listening } from './listening.ts';

/** Packages that listen by themselves, on 8080 where nothing else is set. */
const SERVERS =
  /^(?:[\w.-]+:)?(spring-boot-starter-(web|webflux|webmvc|jersey)|spring-cloud-starter-gateway(-\S+)?|spring-cloud-config-server|spring-cloud-starter-netflix-eureka-server|quarkus-(rest|resteasy)(-\S+)?|micronaut-http-server-netty|vapor|hummingbird)$/;

/** What the framework among the program's dependencies listens on by default. */
export function byFramework(listening: Listening): FoundPort[] {
  const { build, units } = listening;
  const server = units.dependenciesNear(build.directory).find(({ name }) => SERVERS.test(name));
  return server && !isLeftOpen(listening)
    ? [{ port: 8080, transport: 'tcp', word: wordAt('8080', server.file, server.line) }]
    : [];
}

/** What the base image EXPOSEs. */
export function byBaseImage({ build }: Listening): FoundPort[] {
  const { base } = build.facts;
  const { port } = baseFacts(base.value);
  return port === null ? [] : [{ port, transport: 'tcp', word: base }];
}
