import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';

/** A container that GitLab puts beside a job. */
export interface GitlabService {
  readonly image: string;
  /** Where the image stands. */
  readonly at: DocumentPath;
  /** Where it stands itself. */
  readonly path: DocumentPath;
  /** Names by which the job reaches it. */
  readonly hosts: readonly string[];
}

/** Names of a pipeline's jobs. Hidden jobs are templates. (GitLab, "CI/CD YAML syntax reference") */
export function gitlabJobs(pipeline: Manifest): string[] {
  const names = pipeline.keys([]).filter((name) => !name.startsWith('.'));
  return names.filter((name) => pipeline.at([name, 'script']) !== undefined).slice(0, MOST.jobs);
}

/** The services of a job, else those of all jobs. (GitLab, "services", "services:alias") */
export function gitlabServices(pipeline: Manifest, job: string): GitlabService[] {
  const places = [[job, 'services'], ['default', 'services'], ['services']];
  const place = places.find((path) => pipeline.at(path) !== undefined);
  const listed = place === undefined ? [] : pipeline.items(place).slice(0, MOST.services);
  return listed.flatMap((path): GitlabService[] => {
    const plain = pipeline.text(path);
    const at = plain === null ? [...path, 'name'] : path;
    const image = plain ?? pipeline.text(at);
    if (image === null) return [];
    const aliases = (pipeline.text([...path, 'alias']) ?? '').split(/[\s,]+/).filter((name) => name !== '');
    return [{ image, at, path, hosts: [...aliases, ...hostsOf(image)] }];
  });
}

/** `group/postgres:15` is reached as `group__postgres` and `group-postgres`. */
function hostsOf(image: string): string[] {
  const repository = image.replace(/@.*$/s, '').replace(/:[\w.-]+$/, '');
  return [...new Set([repository.replaceAll('/', '__'), repository.replaceAll('/', '-')])];
}
