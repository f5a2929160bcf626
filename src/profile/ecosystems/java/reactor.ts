import type { ProfileWarning } from '../../../domain/profile.ts';
import { readCiSteps } from '../../ci/steps.ts';
import { childAt } from '../../formats/xml.ts';
import { oncePerSnapshot } from '../../once.ts';
import { ancestors, isWithin, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { modulesOf, type Pom, type Poms, parentOf, readPoms } from './pom.ts';

/** One build of Maven: the pom that it is started with, and all that it builds, that pom first. */
export interface Reactor {
  readonly root: Pom;
  readonly members: readonly Pom[];
}

/**
 * The builds of a repository. A pom is the root of one where no other pom lists it as a module; a child that the aggregator above it
 * leaves out is left out by intent. (detection.md, row "Java Maven")
 */
export const findReactors = oncePerSnapshot((snapshot: Snapshot): Found<readonly Reactor[]> => {
  const { value: poms } = readPoms(snapshot);
  const place: Place = { snapshot, poms, listed: listedBy(poms), started: startedByCi(snapshot) };
  const free = [...poms.values()].filter((pom) => !place.listed.has(pom.file) || standsAlone(place, pom));
  const reactors = free.map((root) => reactorOf(place, root));
  const cyclic = cyclesBeside(place, reactors);
  const parents = new Set([...poms.values()].map((pom) => parentOf(pom, poms)));
  const own = reactors.filter(
    (reactor) =>
      !isLeftOut(reactor.root, poms) && !isListOfOthers(place, reactor) && !isParentAlone(reactor.root, parents),
  );
  return { value: [...own, ...cyclic], warnings: cyclic.map(cycleWarning) };
});

interface Place {
  readonly snapshot: Snapshot;
  readonly poms: Poms;
  /** Files that another pom lists as its modules. */
  readonly listed: ReadonlySet<string>;
  /** Folders in which the repository's own workflows start Maven. */
  readonly started: ReadonlySet<string>;
}

function startedByCi(snapshot: Snapshot): ReadonlySet<string> {
  const steps = readCiSteps(snapshot, /\bmvnw?\b/);
  return new Set(
    steps.flatMap(({ run, directory }) =>
      run !== null && STARTS.test(run) && !CHANGES_FOLDER.test(run) && directory !== null ? directory : [],
    ),
  );
}

const CHANGES_FOLDER = /^\s{0,20}cd\s/m;

/** A call that builds what is there, not a pom that is named. */
const STARTS = /(?:^|[\s;&|])(?:\.\/)?mvnw?\s(?!(?:[^\n]{0,500}\s)?(?:-f|--file|-pl|--projects)\b)/;

function listedBy(poms: Poms): ReadonlySet<string> {
  return new Set(
    [...poms.values()].flatMap((pom) => modulesOf(pom).flatMap(({ file }) => (file === pom.file ? [] : [file]))),
  );
}

/**
 * A wrapper of its own and no parent here: it is built from its own folder, and the list above it is for convenience, unless the
 * repository's own workflows build by that list.
 */
function standsAlone({ snapshot, poms, started }: Place, pom: Pom): boolean {
  const isListedWhole = ancestors(pom.directory)
    .slice(1)
    .some((folder) => started.has(folder) && poms.has(joinPath(folder, 'pom.xml') ?? ''));
  return !isListedWhole && snapshot.has(joinPath(pom.directory, 'mvnw') ?? '') && parentOf(pom, poms) === null;
}

/** Breadth first, and each pom once: a cycle of modules, which Maven refuses, must not hold us. */
function reactorOf(place: Place, root: Pom): Reactor {
  const members = new Set([root]);
  for (const member of members) {
    for (const { file } of modulesOf(member)) {
      const module = place.poms.get(file);
      if (module && !standsAlone(place, module)) members.add(module);
    }
  }
  return { root, members: [...members] };
}

/** Poms that list each other in a circle have no root; the first of each circle is taken for one. */
function cyclesBeside(place: Place, reactors: readonly Reactor[]): Reactor[] {
  const claimed = new Set(reactors.flatMap(({ members }) => members));
  const found: Reactor[] = [];
  for (const pom of place.poms.values()) {
    if (claimed.has(pom)) continue;
    const reactor = reactorOf(place, pom);
    for (const member of reactor.members) claimed.add(member);
    found.push(reactor);
  }
  return found;
}

/** It has a parent above it that lists modules, and is none of them. */
function isLeftOut(pom: Pom, poms: Poms): boolean {
  const parent = parentOf(pom, poms);
  return parent !== null && modulesOf(parent).length > 0 && isWithin(parent.directory, pom.directory);
}

/** An aggregator whose every module is built on its own has nothing left to build. */
function isListOfOthers({ poms }: Place, { root, members }: Reactor): boolean {
  const isAggregator = childAt(root.project, 'packaging')?.text === 'pom';
  return (
    isAggregator && members.length === 1 && modulesOf(root).some(({ file }) => file !== root.file && poms.has(file))
  );
}

/** A parent that lists no modules is built with each of its children. */
function isParentAlone(pom: Pom, parents: ReadonlySet<Pom | null>): boolean {
  return parents.has(pom) && childAt(pom.project, 'packaging')?.text === 'pom' && modulesOf(pom).length === 0;
}

function cycleWarning({ root }: Reactor): ProfileWarning {
  const [module] = modulesOf(root);
  const message = 'its modules list it as their own module; Maven refuses such a build.';
  return { file: root.file, line: module?.line ?? 1, message };
}
