import { pipelinesOf } from '../ci/automation.ts';
import { gitlabJobs, gitlabServices } from '../ci/gitlab-services.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { scriptReader } from '../harvest/gitlab.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';
import { type CiContainer, environmentOf } from './ci-container.ts';

/** What the images of databases are set up by: GitLab gives its services all variables of the job. */
const OF_IMAGES = /^(?:POSTGRES|MYSQL|MARIADB|MONGO_INITDB|RABBITMQ_DEFAULT|CLICKHOUSE)_/;

/** The services of GitLab's jobs, with the variables of theirs that images read. */
export function gitlabContainers(snapshot: Snapshot): CiContainer[] {
  return pipelinesOf(snapshot)
    .filter((file) => /^\.gitlab-ci\.ya?ml$/.test(file) && /^\s{0,20}services:/m.test(snapshot.text(file) ?? ''))
    .flatMap((file) => containersOf(readYamlManifest(snapshot, file).value));
}

function containersOf(pipeline: Manifest): CiContainer[] {
  const scripts = scriptReader(pipeline);
  return gitlabJobs(pipeline).flatMap((job) => {
    const lines = (scripts(job) ?? []).map(({ text }) => text.trim().slice(0, 500));
    return gitlabServices(pipeline, job).map(({ image, at }) => ({
      image: wordAt(image, pipeline.file, pipeline.lineOf(at)),
      environment: variablesOf(pipeline, job),
      runs: [{ directory: '.', lines }],
    }));
  });
}

function variablesOf(pipeline: Manifest, job: string): ReadonlyMap<string, Word> {
  const all = [...environmentOf(pipeline, ['variables']), ...environmentOf(pipeline, [job, 'variables'])];
  return new Map(all.filter(([name]) => OF_IMAGES.test(name)));
}
