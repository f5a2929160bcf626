import type { Evidence } from '../../domain/evidence.ts';
import type { ProfileWarning, ProjectProfile, Service } from '../../domain/profile.ts';
import type { Tree } from '../../domain/tree.ts';
import type { ComposeService } from '../compose/compose.ts';
import { servicePaths } from '../ownership.ts';
import type { Snapshot } from '../snapshot.ts';
import { readMore } from '../take-snapshot.ts';
import type { Units } from '../units.ts';
import { cite } from '../word.ts';
import { findBuilds } from './builds.ts';
import { readCode } from './code/code.ts';
import { CODE_LIMIT, codeFiles } from './code/files.ts';
import { prebuiltSources } from './context.ts';
import { findHealth } from './health.ts';
import type { ImageBuild } from './image-build.ts';
import { findPorts } from './ports/find.ts';
import type { Listening } from './ports/listening.ts';
import { findUser } from './user.ts';

export interface ServicesInput {
  readonly tree: Tree;
  readonly snapshot: Snapshot;
  readonly compose: readonly ComposeService[];
  readonly units: Units;
}

/** A service with the compose service that speaks for it. */
export interface FoundService {
  readonly service: Service;
  readonly compose: ComposeService | null;
}

export interface FoundServices {
  readonly services: readonly FoundService[];
  readonly ignored: ProjectProfile['ignored'];
  readonly warnings: readonly ProfileWarning[];
}

/** Every image that the repository builds, with what its container listens on, runs as and answers. Reads some of the programs' files. */
export async function findServices({ tree, snapshot, compose, units }: ServicesInput): Promise<FoundServices> {
  const { builds, ignored, warnings } = findBuilds({ snapshot, compose, units: units.folders });
  const files = codeFiles(snapshot, builds);
  const wider = await readMore(tree, snapshot, { paths: [...new Set([...files.values()].flat())], limit: CODE_LIMIT });
  const services = builds.map((build) => {
    const own = files.get(build) ?? [];
    return {
      service: serviceOf({ snapshot: wider, build, files: own, code: readCode(wider, own), units }),
      compose: build.compose,
    };
  });
  return { services, ignored, warnings };
}

function serviceOf(listening: Listening): Service {
  const { snapshot, build, units } = listening;
  const ports = findPorts(listening);
  return {
    name: build.name,
    directory: build.directory,
    image: imageOf(snapshot, build),
    ports,
    user: findUser(snapshot, build.facts),
    health: findHealth(listening, ports),
    owns: servicePaths(snapshot, build, units),
  };
}

function imageOf(snapshot: Snapshot, { facts, context, target, args, because }: ImageBuild): Service['image'] {
  return {
    kind: 'dockerfile',
    dockerfile: facts.file,
    context,
    target,
    buildArgs: Object.fromEntries([...args].map(([name, { value }]) => [name, value])),
    prebuilt: prebuiltSources(snapshot, facts, context),
    because: distinct([...because, ...[...args.values()].flatMap((word) => cite(snapshot, word))]),
  };
}

function distinct(because: readonly Evidence[]): Evidence[] {
  return [...new Map(because.map((it) => [`${it.file}\0${it.line}`, it])).values()];
}
