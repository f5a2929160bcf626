import type { ExistingJob } from '../../domain/existing.ts';
import { asText, inRun } from '../ci/matrix.ts';
import type { CiStep } from '../ci/steps.ts';
import { systemOf } from '../ci/systems.ts';
import { imageName, shortName } from '../docker/image-name.ts';
import type { Manifest } from '../formats/manifest.ts';
import { serverOf, serverVersion } from '../needs/server-image.ts';

type Settings = Pick<ExistingJob, 'versions' | 'systems' | 'containers' | 'runner' | 'timeout'>;

/** Where a job runs, for how long, and in which variants. */
export function settingsOf(workflow: Manifest, job: string, steps: readonly CiStep[]): Settings {
  const path = ['jobs', job];
  const minutes = workflow.at([...path, 'timeout-minutes']);
  const isWhole = typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 360;
  return {
    versions: versionsOf(workflow, steps),
    systems: systemsOf(workflow, job, steps),
    containers: containersOf(workflow, job),
    runner: runnerOf(workflow, job),
    timeout: isWhole ? { value: minutes, at: workflow.evidence([...path, 'timeout-minutes']) } : null,
  };
}

function versionsOf({ file }: Manifest, steps: readonly CiStep[]): Settings['versions'] {
  const setUps = steps.flatMap((step) => step.setUps);
  const tools = [...new Set(setUps.map(({ tool }) => tool))];
  return tools.flatMap((tool) => {
    const own = setUps.filter((setUp) => setUp.tool === tool);
    const values = [...new Set(own.map(({ value }) => value))];
    const [first] = own;
    return first && values.length > 1 ? [{ value: { tool, values }, at: { file, line: first.line } }] : [];
  });
}

function systemsOf(workflow: Manifest, job: string, [first]: readonly CiStep[]): Settings['systems'] {
  const runs = first?.runs ?? [];
  const found = new Set(runs.map((run) => systemOf(workflow, job, (text) => [inRun(text, run) ?? ''])));
  const systems = (['linux', 'windows', 'macos'] as const).filter((system) => found.has(system));
  return systems.length > 1 ? { value: systems, at: workflow.evidence(['jobs', job, 'runs-on']) } : null;
}

function containersOf(workflow: Manifest, job: string): Settings['containers'] {
  const path = ['jobs', job, 'services'];
  return workflow.keys(path).flatMap((name) => {
    const place = workflow.text([...path, name]) === null ? [...path, name, 'image'] : [...path, name];
    const image = workflow.text(place) ?? '';
    const kind = serverOf(image);
    const value = kind
      ? { service: kind.service, version: serverVersion(image, kind) }
      : { service: shortName(image), version: imageName(image).tag };
    return /^[\w-]+$/.test(value.service) ? [{ value, at: workflow.evidence(place) }] : [];
  });
}

/** The machine that a generated job has by itself, by all of its names. */
const USUAL_MACHINE = /^(?:ubuntu-latest|ubuntu-24\.04)$/;

function runnerOf(workflow: Manifest, job: string): Settings['runner'] {
  const path = ['jobs', job, 'runs-on'];
  const value = workflow.at(path);
  const labels = [value].flat().flatMap((label) => asText(['', label]).map(([, text]) => text));
  const isKnown = labels.length > 0 && labels.every((label) => /^[\w.-]{1,100}$/.test(label));
  const isUsual = labels.length === 1 && USUAL_MACHINE.test(labels[0] ?? '');
  return isKnown && !isUsual ? { value: labels, at: workflow.evidence(path) } : null;
}
