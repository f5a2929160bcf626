import { pipelinesOf } from '../ci/automation.ts';
import { gitlabJobs, gitlabServices } from '../ci/gitlab-services.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { scriptReader } from '../harvest/gitlab.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, environmentOf, typed } from './ci-container.ts';

/** The services of GitLab's jobs. They are given all variables of the job. (GitLab, "services") */
export function gitlabContainers(snapshot: Snapshot): CiContainer[] {
  return pipelinesOf(snapshot)
    .filter((file) => /^\.gitlab-ci\.ya?ml$/.test(file) && /^\s{0,20}services:/m.test(snapshot.text(file) ?? ''))
    .flatMap((file) => containersOf(readYamlManifest(snapshot, file).value));
}

function containersOf(pipeline: Manifest): CiContainer[] {
  const scripts = scriptReader(pipeline);
  return gitlabJobs(pipeline).flatMap((job) => {
    const lines = typed(scripts(job) ?? []);
    const environment = new Map([
      ...environmentOf(pipeline, ['variables']),
      ...environmentOf(pipeline, [job, 'variables']),
    ]);
    return gitlabServices(pipeline, job).map(({ image, at }) => ({
      image: wordAt(image, pipeline.file, pipeline.lineOf(at)),
      environment,
      runs: [{ directory: '.', lines }],
    }));
  });
}
