import { baseFacts } from '../../docker/base-images.ts';
import { pathOf } from '../../docker/sources.ts';
import { directoryOf, isWithin, joinPath } from '../../paths.ts';
import { wordAt } from '../../word.ts';
import { isWorker } from '../kinds/dotnet/libraries.ts';
import { isLeftOpen } from './configuration.ts';
import type { FoundPort, Listening } from './listening.ts';

/** Packages that listen by themselves, on 8080 where nothing else is set. */
const SERVERS =
  /^(?:[\w.-]+:)?(spring-boot-starter-(web|webflux|webmvc|jersey)|spring-cloud-starter-gateway(-\S+)?|spring-cloud-config-server|spring-cloud-starter-netflix-eureka-server|quarkus-(rest|resteasy)(-\S+)?|micronaut-http-server-netty|vapor|hummingbird)$/;

/** What the framework among the program's dependencies listens on by default. */
export function byFramework(listening: Listening): FoundPort[] {
  const { build, units } = listening;
  const rails = byRails(listening);
  if (rails.length > 0) return rails;
  const server = units
    .dependenciesNear(build.directory)
    .find(({ name, file }) => SERVERS.test(name) && mayHold(listening, directoryOf(file)));
  return server && !isLeftOpen(listening)
    ? [{ port: 8080, transport: 'tcp', word: wordAt('8080', server.file, server.line) }]
    : [];
}

/** Rails has its own settings tell Puma 3000; without these Puma has another port. (guides.rubyonrails.org, "The Rails Command Line") */
function byRails({ build, units, snapshot }: Listening): FoundPort[] {
  const isStarted = build.facts.commands.some(({ value }) => /(?:^|[\s"'/])puma(?:["'\s]|$)/.test(value));
  const isSet = snapshot.has(joinPath(build.directory, 'config/puma.rb') ?? '');
  const rails =
    isStarted && isSet ? units.dependenciesNear(build.directory).find(({ name }) => name === 'rails') : null;
  return rails ? [{ port: 3000, transport: 'tcp', word: wordAt('3000', rails.file, rails.line) }] : [];
}

/** Whether the program of a folder may be in the image: its context has that, or it takes what only a build can have put there. */
function mayHold({ snapshot, build: { context, directory, facts, making } }: Listening, folder: string): boolean {
  const isMade = making !== null || facts.sources.some(({ value }) => pathOf(snapshot, context, value) === null);
  return isMade || [context, directory].some((around) => isWithin(around, folder));
}

/** Images that run nothing by themselves: what they EXPOSE is for the program that is put into them. */
const EMPTY = /^mcr\.microsoft\.com\/dotnet\//;

/** What the base image EXPOSEs. */
export function byBaseImage(listening: Listening): FoundPort[] {
  const { making, facts } = listening.build;
  const { base, commands } = facts;
  const { port } = baseFacts(base.value);
  const isOfDotnet = making === null && EMPTY.test(base.value);
  const isIdle = isOfDotnet && (commands.length === 0 || isNoServer(listening));
  return port === null || isIdle ? [] : [{ port, transport: 'tcp', word: base }];
}

/** Whether the project of .NET that an image starts is known, and neither it nor its code serves anything. */
function isNoServer({ snapshot, build, code }: Listening): boolean {
  if (code.httpServer !== null || code.grpcServer !== null || code.ports.length > 0) return false;
  const started = build.facts.commands.flatMap(({ value }) => /([\w.-]{1,100})\.dll\b/.exec(value)?.[1] ?? []);
  return started[0] !== undefined && isWorker(snapshot, build.directory, started[0]);
}
