import { shortName } from '../../docker/image-name.ts';
import { below, directoryOf } from '../../paths.ts';
import { isExample } from '../../walk.ts';
import { cite } from '../../word.ts';
import type { ImageBuild } from '../image-build.ts';
import { projectName, tellingFolder } from '../name.ts';
import { madeFacts } from './facts.ts';
import { madeBuild } from './made-build.ts';
import type { ImageMaker, MakerInput } from './maker.ts';
import { pluginOf, type SbtProject, sbtProjects, settingOf } from './sbt/projects.ts';

/** Images of sbt-native-packager: `Docker/publishLocal` gives them to the machine's own Docker. (sbt-native-packager.readthedocs.io, "Docker Plugin") */
export const sbtImages: ImageMaker = (input) =>
  sbtProjects(input.snapshot).flatMap((project) => buildOf(input, project) ?? []);

function buildOf({ snapshot, compose }: MakerInput, project: SbtProject): ImageBuild | null {
  const at = pluginOf(project, 'DockerPlugin');
  const { file, id, directory } = project;
  if (!at || isExample(below(directory))) return null;
  const because = cite(snapshot, at);
  const [base = { ...at, value: '' }] = settingOf(project, 'dockerBaseImage');
  // The plugin makes an account of its own, with this number.
  const [user = { ...at, value: '1001' }] = settingOf(project, 'daemonUser');
  const [image = null] = settingOf(project, 'packageName');
  const task = id === null ? 'Docker/publishLocal' : `${id}/Docker/publishLocal`;
  return madeBuild(
    {
      name: (image && shortName(image.value)) ?? tellingFolder(directory) ?? id ?? projectName(snapshot),
      directory,
      kind: 'sbt-native-packager',
      facts: madeFacts({ file, base, exposed: settingOf(project, 'dockerExposedPorts'), user }),
      commands: [{ run: `sbt ${task}`, directory: directoryOf(file), because }],
      // Any project of the build may be a part of it.
      owns: [below(directoryOf(file))],
      because,
      image,
    },
    compose,
  );
}
