import { baseName, below, relativeTo } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import { projectName, tellingFolder } from '../name.ts';
import { madeFacts } from './facts.ts';
import { koBase, koPackages } from './ko/packages.ts';
import { madeBuild } from './made-build.ts';
import type { ImageMaker } from './maker.ts';

/** Images that ko makes of Go programs: `--local` gives them to the machine's own Docker. (ko.build, "CLI reference") */
export const koImages: ImageMaker = async (input) => {
  const { snapshot, compose, more } = input;
  const packages = await koPackages(input);
  const wider = await more([]);
  return packages.map((program) => {
    const { directory, module, at } = program;
    const because = [wider.evidence(at.file, at.line)];
    const path = directory === module ? '.' : `./${relativeTo(module, directory)}`;
    return madeBuild(
      {
        name: directory === '.' ? projectName(snapshot) : (tellingFolder(directory) ?? baseName(directory)),
        directory,
        kind: 'ko',
        facts: madeFacts({ file: at.file, base: koBase(snapshot, program) }),
        commands: [{ run: `ko build --local ${shellWord(path)}`, directory: module, because }],
        // A program of Go may import any package of its module.
        owns: [below(module)],
        because,
      },
      compose,
    );
  });
};
