import { pipelinesOf } from '../ci/automation.ts';
import { gitlabJobs, gitlabServices } from '../ci/gitlab-services.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { scriptReader } from '../pipelines/gitlab.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, ciContainer, environmentOf, typed, wordsAt } from './ci-container.ts';
import { ownPorts } from './own-ports.ts';

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
    const shared = new Map([...environmentOf(pipeline, ['variables']), ...environmentOf(pipeline, [job, 'variables'])]);
    const told = [...shared.values()].map(({ value }) => value);
    const runs = [{ directory: '.', lines }];
    return gitlabServices(pipeline, job).map(({ image, at, path, hosts }) => {
      const own = environmentOf(pipeline, [...path, 'variables']);
      return ciContainer({
        name: hosts[0] ?? null,
        image: wordAt(image, pipeline.file, pipeline.lineOf(at)),
        environment: own.size > 0 ? own : shared,
        isOwnEnvironment: own.size > 0,
        ports: ownPorts({ image, hosts, told }),
        entrypoint: wordsAt(pipeline, [...path, 'entrypoint']),
        command: wordsAt(pipeline, [...path, 'command']),
        runs,
      });
    });
  });
}
