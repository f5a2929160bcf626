import { groupedBy } from '../../src/domain/grouped.ts';
import { MANIFEST_LIMIT } from '../../src/domain/tree.ts';
import { AUTOMATION, PIPELINES } from '../../src/profile/ci/automation.ts';
import { OTHERS } from '../../src/profile/harvest/runner-calls.ts';
import { SYSTEMS } from '../../src/profile/pipelines/steps.ts';
import { READERS } from '../../src/profile/tasks/tasks.ts';
import { MANY } from '../../src/profile/test-material.ts';
import { EXAMPLES, PRUNED } from '../../src/profile/walk.ts';
import { ecosystemSections } from './ecosystems.ts';
import { codes, table } from './markdown.ts';
import { needsSection } from './needs.ts';
import { serviceSections } from './services.ts';
import { wordsOf } from './words.ts';

/** docs/detection.md. */
export function detectionPage(): string {
  const lines = [
    '<!-- Made by scripts/detection-page.ts from the tables that detection goes by. -->',
    ...INTRODUCTION,
    '## Files',
    '',
    ...files(),
    '',
    '## Commands',
    '',
    ...commands(),
    '',
    '## Ecosystems',
    '',
    ...ecosystemSections(),
    '',
    '## Images',
    '',
    ...serviceSections(),
    '',
    '## What tests need',
    '',
    ...needsSection(),
  ];
  return `${lines.join('\n')}\n`;
}

const INTRODUCTION = [
  '# What is detected',
  '',
  '`agent-generate profile` shows what a repository is. Nothing of the repository is run. In every list here the first that knows',
  'anything is taken; each value carries the file and the line that show it, and where nothing shows a value, there is none.',
  '',
];

function files(): string[] {
  return [
    `Files that git knows, of at most ${MANIFEST_LIMIT / 1_000_000} MB. Links and submodules are not followed. What lies in these folders is installed,`,
    `generated, or material of tests: ${codes(PRUNED)}, and whatever is called like \`fixtures\`.`,
    `So are projects below a folder of tests, where ${MANY} of one language or more are there and no pipeline starts anything in them; of Rust each one that is no member of the workspace around it.`,
    'A project whose name is filled in when others are made of it is none.',
    `Folders called ${codes(EXAMPLES)} are looked into where there is nothing else. Dockerfiles in \`build\`, and scripts in \`bin\` of the`,
    'root, are the repository’s own.',
  ];
}

function commands(): string[] {
  const tasks = AUTOMATION.filter((glob) => !PIPELINES.includes(glob));
  const systems = SYSTEMS.flatMap(([file]) => wordsOf(file));
  const runners = [...groupedBy([...READERS], ([, { runner }]) => runner)];
  const listed = runners.map(([runner, files]) => `${codes(files.map(([file]) => file))} (${runner})`);
  return [
    '1. What the repository’s own pipelines run for a unit, also by the names of tasks and scripts, where it checks and changes nothing',
    '2. Its tasks and scripts, by the names that people give them: what they run counts where no pipeline runs anything in that folder, and what they make, copy and do to a database before it is done before',
    '3. What is usual for the ecosystem, where the tool is there',
    '',
    'What only brings the tools along (`nix develop --command`, `nix-shell --run`, `mise exec --`, `devbox run --`, `direnv exec .` …) is passed over: the command behind it counts.',
    'What every job that tests a unit of another language builds with Node before, by itself or as an artifact of another job, is built before its tests.',
    '',
    'What deploys, publishes, logs in, asks a person or does not end is never taken, nor are tests of a running system: by the names of',
    'their folders, or where workflows start them only behind what they have built and set up with compose. A check that every pipeline',
    'which runs it lets fail (`|| true`, `continue-on-error`) is left out as well, with a warning.',
    '',
    ...table(
      ['', ''],
      [
        ['pipelines', codes(PIPELINES)],
        ['of these read step by step', `GitHub’s workflows, ${codes(systems)}`],
        ['tasks and scripts', codes(tasks)],
        ['listed as tasks', listed.join(', ')],
        ['tasks looked into', OTHERS.map(([files, runner]) => `${codes(files)} (\`${runner}\`)`).join(', ')],
      ],
    ),
  ];
}
