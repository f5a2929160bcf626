import type { Command, ProfileWarning } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import type { Found } from '../../snapshot.ts';
import { buildOrder } from './build-order.ts';
import { compiledCatalogues } from './catalogues.ts';
import { BUNDLES, delegates, NAMES, scriptFor } from './checks.ts';
import { dependencyPath } from './dependencies.ts';
import { orchestratedTask } from './orchestrator.ts';
import { type Place, scriptCommand } from './place.ts';
import { browsers, isBrowsers, jestFindsNone, missingServer, ownRunner, runTests } from './runners.ts';
import { scriptBody, scriptText, startsContainers } from './scripts.ts';
import type { Project } from './workspace.ts';

/**
 * The tests of a project: a script or a task of the root, which stands for the whole, else those of the members. A member's tests are only
 * what it has a script for.
 */
export function testsOf(project: Project): Found<readonly Command[]> {
  const { root, members } = project;
  const script = scriptFor(root, 'test');
  const task = script === null ? orchestratedTask(project, 'test') : null;
  if (task) return { value: [task], warnings: [] };
  const own = packageTests({ project, manifest: root });
  const tested = buildOrder(members).filter((manifest) => scriptFor(manifest, 'test') !== null);
  const theirs = joined(tested.map((manifest) => packageTests({ project, manifest })));
  const isRunner = script !== null && delegates(scriptBody(root, script) ?? '');
  if (isRunner && theirs.warnings.length > 0) return theirs;
  if (isRunner) return { ...own, value: [...theirs.value.filter(isBrowsers), ...own.value] };
  if (own.value.length > 0) return own;
  // A runner that is left out at the root is of the root alone.
  return script === null ? joined([own, theirs]) : own.warnings.length > 0 ? own : theirs;
}

function joined(found: readonly Found<readonly Command[]>[]): Found<readonly Command[]> {
  return { value: found.flatMap(({ value }) => value), warnings: found.flatMap(({ warnings }) => warnings) };
}

/** The tests of one package: its script, told to run once, else the runner that is there. */
function packageTests(place: Place): Found<readonly Command[]> {
  const { manifest } = place;
  const name = scriptFor(manifest, 'test');
  if (name === null) {
    const isHeld = NAMES.test.some((script) => startsContainers(manifest, script));
    if (isHeld) return { value: [], warnings: [] };
    const found = served(place, runTests(place));
    const script = found.value.length > 0 ? ownRunner(place) : null;
    return script === null ? found : leftOut(manifest, script);
  }
  if (onlyBuilds(manifest, name) || jestFindsNone(place, scriptBody(manifest, name) ?? ''))
    return { value: [], warnings: [] };
  const command = scriptCommand(place, name, onceOnly(place, scriptBody(manifest, name) ?? ''));
  return served(place, [command], name);
}

/** A script of tests that only calls one which bundles: that is a build. */
function onlyBuilds(manifest: Manifest, name: string): boolean {
  const called = /^(?:npm|pnpm|yarn|bun) run ([\w:-]{1,60})$/.exec(scriptBody(manifest, name)?.trim() ?? '')?.[1];
  return called !== undefined && BUNDLES.test(scriptBody(manifest, called) ?? '');
}

/** The runner alone would start tests that its own script gives more. */
function leftOut({ file, lineOf }: Manifest, script: string): Found<readonly Command[]> {
  const message = `its tests are run by the script ${script}, which may need what nothing here starts; they are left out.`;
  return { value: [], warnings: [{ file, line: lineOf(['scripts', script]), message }] };
}

/** What tests need that neither a dependency nor their script brings. */
function prepared(place: Place, text: string): Command[] {
  return text === '' ? [] : [...browsers(place, text), ...compiledCatalogues(place, text)];
}

/** Tests in a browser need the application that they open. */
function served(place: Place, commands: readonly Command[], name?: string): Found<readonly Command[]> {
  const { manifest } = place;
  const text = name === undefined ? commands.map(({ run }) => run).join('\n') : scriptText(manifest, name);
  const missing = missingServer(place, text);
  if (missing === null) return { value: [...prepared(place, text), ...commands], warnings: [] };
  const line = name === undefined ? 1 : manifest.lineOf(['scripts', name]);
  const message = `its tests need a running application (${missing}); they are left out.`;
  const warning: ProfileWarning = { file: manifest.file, line, message };
  return { value: [], warnings: [warning] };
}

/** Arguments for runners that would watch. They reach the last command of a script, so it must be the runner. */
function onceOnly({ manifest }: Place, body: string): string[] {
  const last = body.split(/&&|\|\||;|\|/).at(-1) ?? '';
  if (
    /\bvitest\b/.test(last) &&
    !/\bvitest\s+(?:run|list|bench|related)\b|\s--(?:run|watch=false|no-watch)(?!\S)/.test(last)
  )
    return ['--run'];
  if (/\bng\s+test\b/.test(last)) {
    const isHeadless = !dependencyPath(manifest, 'karma') || /--browsers/.test(last);
    return [
      ...(/--(?:watch=false|no-watch)(?!\S)/.test(last) ? [] : ['--watch=false']),
      ...(isHeadless ? [] : ['--browsers=ChromeHeadless']),
    ];
  }
  const isKarma = /\bkarma\s+start\b/.test(last) && !/--(?:single-run|no-auto-watch)(?!\S)/.test(last);
  return isKarma ? ['--single-run'] : [];
}
