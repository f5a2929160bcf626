import { workflowsOf } from '../ci/automation.ts';
import { startsByChange } from '../ci/conditions.ts';
import { MOST } from '../ci/limits.ts';
import { inRun, type MatrixRun, matrixRuns, withEnv } from '../ci/matrix.ts';
import { publishedAt } from '../ci/published.ts';
import { isContained } from '../ci/systems.ts';
import { layered, literals } from '../ci/yaml-steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';
import { type CiContainer, ciContainer, environmentOf, lostAt } from './ci-container.ts';
import { readOptions, wordsIn } from './docker-options.ts';
import { runsOf } from './job-runs.ts';
import { ownPorts } from './own-ports.ts';

/** The service containers of GitHub's workflows, those of workflows that changes start first. */
export function githubContainers(snapshot: Snapshot): CiContainer[] {
  const telling = workflowsOf(snapshot)
    .filter((file) => /(?:^|[\s{,])["']?services["']?:/m.test(snapshot.text(file) ?? ''))
    .map((file) => readYamlManifest(snapshot, file).value);
  const usual = telling.filter(startsByChange);
  return [...usual, ...telling.filter((workflow) => !usual.includes(workflow))].flatMap((workflow) =>
    workflow
      .keys(['jobs'])
      .flatMap((job) => containersOf(snapshot, workflow, { job, isUsual: usual.includes(workflow) })),
  );
}

interface OfJob {
  readonly job: string;
  readonly isUsual: boolean;
}

/** What no container that is made for anybody's pull request is given. */
const LOST = { volumes: 'its volumes', credentials: 'the login at its registry' };

/** What it is started by, where only its pipeline knows that. */
const STARTS = {
  entrypoint: 'its entrypoint, which only its pipeline knows',
  command: 'its command, which only its pipeline knows',
};

function containersOf(snapshot: Snapshot, workflow: Manifest, { job, isUsual }: OfJob): CiContainer[] {
  const names = workflow.keys(['jobs', job, 'services']).slice(0, MOST.services);
  if (names.length === 0) return [];
  const [run = new Map()] = matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']));
  const runs = runsOf(snapshot, workflow.file, job);
  const variables = layered(literals(workflow.at(['env'])), literals(workflow.at(['jobs', job, 'env'])));
  const known = (text: string) => knownIn(text, run, variables);
  const isWithin = isContained(workflow, job);
  return names.flatMap((name) => {
    const path = ['jobs', job, 'services', name];
    const written = workflow.text([...path, 'image']) ?? workflow.text(path);
    if (written === null || written.trim() === '') return [];
    const line = workflow.lineOf(workflow.text(path) === null ? [...path, 'image'] : path);
    const options = [...path, 'options'];
    const at = { file: workflow.file, line: workflow.lineOf(options) };
    const told = readOptions(wordsIn(known(workflow.text(options) ?? '')), at);
    const own = [...environmentOf(workflow, [...path, 'env'])].map(([key, word]): [string, Word] => [
      key,
      { ...word, value: known(word.value) },
    ]);
    const image = known(written);
    const ports = [...publishedAt(workflow, [...path, 'ports'], isWithin), ...told.ports];
    const textAt = (key: string) => plain(known(workflow.scalar([...path, key]) ?? ''));
    const isOpen = (key: string) => textAt(key) === null && (workflow.scalar([...path, key]) ?? '').includes('${{');
    const open = Object.fromEntries(Object.entries(STARTS).filter(([key]) => isOpen(key)));
    return ciContainer({
      name,
      image: wordAt(image, workflow.file, line),
      environment: new Map([...told.environment, ...own]),
      ports: ports.length > 0 || !isWithin ? ports : ownPorts({ image, hosts: [name], told: variables.values() }),
      options: told.options,
      entrypoint: textAt('entrypoint'),
      command: textAt('command'),
      lost: [...lostAt(workflow, path, { ...LOST, ...open }), ...told.lost],
      isUsual,
      runs,
    });
  });
}

/** A text with what is written down of the first run of a job's matrix, and of its variables; what only the run knows stays. */
function knownIn(text: string, run: MatrixRun, variables: ReadonlyMap<string, string>): string {
  const known = withEnv(text, variables);
  return inRun(known, run) ?? known;
}

/** In one line; null where nothing is, or where only the run tells. */
function plain(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || line.includes('${{') ? null : line;
}
