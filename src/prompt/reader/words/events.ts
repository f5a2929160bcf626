import { BY_HAND } from './by-hand.ts';
import type { Row } from './table.ts';

/** Each noun with each verb: `a tag is pushed`, `a new tag gets created`. */
function happening(nouns: string, verbs: string): string {
  const articles = ['', 'a ', 'an ', 'the ', 'any ', 'every ', 'each '];
  return nouns
    .split('|')
    .flatMap((noun) => verbs.split('|').flatMap((verb) => articles.map((article) => `${article}${noun} ${verb}`)))
    .join('|');
}

/** `we push a version tag`, `somebody creates a release`. */
function done(verbs: string, nouns: string): string {
  const who = ['we', 'i', 'you', 'one of us'].flatMap((one) => verbs.split('|').map((verb) => `${one} ${verb}`));
  const others = ['someone', 'somebody', 'anyone', 'anybody', 'a maintainer', 'a developer', 'one of us'];
  const their = others.flatMap((one) =>
    verbs.split('|').map((verb) => `${one} ${verb.endsWith('sh') ? `${verb}es` : `${verb}s`}`),
  );
  const things = nouns.split('|').flatMap((noun) => ['a ', 'the ', ''].map((article) => `${article}${noun}`));
  return [...who, ...their].flatMap((one) => things.map((thing) => `${one} ${thing}`)).join('|');
}

const TAG_NOUNS = 'tag|new tag|git tag|release tag|version tag|new release tag|new version tag|release';
const PULL_REQUEST_NOUNS = 'pull request|pr|new pull request|new pr|merge request';
const SHORT = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `half past five`, `quarter to six`: on the clock, of which a part of the day says which half. */
const CLOCK: readonly Row[] = 'one two three four five six seven eight nine ten eleven twelve'
  .split(' ')
  .flatMap((name, index): Row[] => {
    const [hour, before] = [index + 1, index === 0 ? 12 : index];
    const at = (words: string, time: number, minute: number): Row => [
      [name, String(hour)]
        .flatMap((one) => [`${words} ${one}`, `at ${words} ${one}`, `at a ${words} ${one}`])
        .join('|'),
      { tag: 'time', hour: time, minute },
    ];
    return [at('half past', hour, 30), at('quarter past', hour, 15), at('quarter to', before, 45)];
  });

export const EVENT_ROWS: readonly Row[] = [
  [
    'pull request|pull requests|prs|pr|merge request|merge requests|pull_request|pull request trigger|pull-request|pull-requests|on pull requests|on pull request|on a pull request|on prs|opened pull requests|every pull request|each pull request|every pr|each pr',
    { tag: 'event', on: 'pull_request' },
  ],
  [
    happening(
      PULL_REQUEST_NOUNS,
      'is opened|gets opened|is created|gets created|is updated|gets updated|is opened or updated|comes in|is raised|is submitted',
    ),
    { tag: 'event', on: 'pull_request' },
  ],
  [done('open|create|update|raise|submit', PULL_REQUEST_NOUNS), { tag: 'event', on: 'pull_request' }],
  [
    'on push|on pushes|push events|on push events|any push event|every push event|code gets pushed|something gets pushed|anything gets pushed|a commit is pushed|commit is pushed|commits get pushed|new commits are pushed|new code is pushed|any commit|every single commit|every single push|each single commit|each single push|every push|each push|pushes|any push|push trigger|push event|a push|each commit somebody pushes|something is pushed|anything is pushed|code is pushed|somebody pushes|someone pushes|someone pushes something|somebody pushes something|people push|i push|you push|i push something|we push something|we push code|someone pushes code|we push|anybody pushes|every commit|each commit|every commit that is pushed|commits are pushed',
    { tag: 'event', on: 'push' },
  ],
  [
    'cut a version|cut a new version|cutting a version|we tag a version|we tag a new version|tag a version|tag a new version|new version is tagged|version is tagged|a version is tagged|cutting a release|cutting a tag|tagging a release|releasing|tag something|something is tagged|something gets tagged|anything is tagged|we tag something|we tag it|we release|we do a release|cut a tag|cut a release|tag|tags|we tag a release|tag a release|tag releases|release is tagged|releases are tagged|version tags are pushed|release tags are pushed|git tag|git tags|on tags|a tag|each tag|every tag|new tag|new tags|tags are pushed|tag push|tag pushes|push a tag|pushing a tag|release tag|release tags|version tag|version tags|we tag|i tag|tagged|tagging|somebody tags|someone tags|tags are created|push of a tag',
    { tag: 'event', on: 'tag' },
  ],
  [
    happening(
      TAG_NOUNS,
      'is pushed|gets pushed|is created|gets created|is made|is set|is cut|appears|comes in|is added',
    ),
    { tag: 'event', on: 'tag' },
  ],
  [done('push|create|make|cut|set|add|publish', TAG_NOUNS), { tag: 'event', on: 'tag' }],
  [
    ['on every release', 'on each release', 'on release', 'on releases', 'with every release', 'with each release']
      .concat('for every release', 'for each release', 'on a release', 'on the release')
      .flatMap((release) => [release, `${release} tag`, `${release} tags`])
      .join('|'),
    { tag: 'event', on: 'tag' },
  ],
  [
    'schedule|scheduled|schedules|scheduled run|scheduled runs|cron|cron job|cron trigger|cron schedule|schedule trigger|on a schedule|timetable',
    { tag: 'event', on: 'schedule' },
  ],
  [
    `${BY_HAND}|ad hoc|ad-hoc|startable by hand|startable manually|manually startable|triggerable by hand|runnable by hand|manually triggerable|manually runnable|on request|trigger this by hand|trigger it by hand|trigger a run by hand|trigger the pipeline by hand|trigger the workflow by hand|start the pipeline by hand|start the workflow by hand|start a run by hand|run the pipeline by hand|run the workflow by hand|run it by hand|manual|manually|by hand|one of us presses the button|a person presses the button|a human presses the button|presses the button|clicks the button|started by someone|manual dispatch|workflow_dispatch|workflow dispatch|started manually|manual trigger|allow manual runs|allow manual starts|allow manual dispatch|allow manual triggers|manual runs|manual run|manual start|triggered manually|on demand|button|a button|run button|button in the actions tab|run workflow button|started by hand|run manually|dispatched manually|manually dispatched|manual starts|kick this off themselves|kick this off|kick it off|kick off by hand|start it by hand`,
    { tag: 'event', on: 'manual' },
  ],
  [
    'support merge queue|support the merge queue|support merge queues|support github merge queue|support the github merge queue|merge queue|merge_group|merge group|merge-queue|merge queues|the merge queue|queue our merges|queue merges|queued merges|merge queue entries',
    { tag: 'event', on: 'merge_group' },
  ],
  ['actions tab|in the actions tab|actions page|from the actions tab', { tag: 'event', on: 'manual' }],
  [
    'default branch|the default branch|merge to the default branch|merges to the default branch|every merge to the default branch|merged to the default branch|merged into the default branch',
    { tag: 'branch', name: null },
  ],
  ['main', { tag: 'branch', name: 'main' }],
  ['master', { tag: 'branch', name: 'master' }],
  ['develop', { tag: 'branch', name: 'develop' }],
  ['trunk', { tag: 'branch', name: 'trunk' }],
  ['branch|branches', { tag: 'branch-word' }],
  ['pipeline|pipelines|workflow|workflows|the pipeline|the whole pipeline|whole pipeline', { tag: 'pipeline' }],
  [
    'touch|touches|touching|change|changes|changing|affect|affects|affecting|match|matching|matches|that match|paths|path|modify|modifies|changed|updated|is updated|gets updated|is changed|moves on|moves|moves forward|advances|gets a commit|gets a new commit|gets new commits',
    { tag: 'touching' },
  ],
  ['every|each', { tag: 'every' }],
  [
    'daily|every day|each day|once a day|once per day|day|night|every night|each night|nightly|every morning|each morning|every 24 hours|overnight|every evening|each evening',
    { tag: 'day', days: '*' },
  ],
  [
    'weekdays|weekday|every weekday|on weekdays|working days|every working day|each working day|on working days|workday|every workday|each workday|on workdays|business days|every business day|on business days|workdays|each weekday|mon-fri|monday-friday|mon to fri|mon through fri|monday to friday|monday through friday|mondays to fridays',
    { tag: 'day', days: '1-5' },
  ],
  ['weekend|weekends|every weekend', { tag: 'day', days: '0,6' }],
  [
    'fortnightly|biweekly|bi-weekly|quarterly|yearly|annually|once a year|weekly|once a week|once per week|every week|each week|monthly|every month|once a month|twice a day|twice per day|twice a week|twice per week',
    { tag: 'day', days: null },
  ],
  ...DAYS.map(
    (day, index): Row => [
      `${day}|${day}s|every ${day}|each ${day}|on ${day}s|${SHORT[index]}|every ${SHORT[index]}`,
      { tag: 'day', days: String(index) },
    ],
  ),
  [
    'most of the day|most of the time|most of the night|half a day|half the day|all day|all day long|half the night',
    { tag: 'unknown' },
  ],
  // Halves of the day, which a time before them claims; alone they say nothing that is known.
  ['in the morning|in the afternoon|in the evening', { tag: 'unknown' }],
  ...CLOCK,
  ['midnight', { tag: 'time', hour: 0, minute: 0 }],
  ['noon|midday', { tag: 'time', hour: 12, minute: 0 }],
  ["utc|o'clock|oclock|gmt", { tag: 'zone' }],
  ['hourly|once an hour|once per hour', { tag: 'cron', cron: '0 * * * *' }],
  ['twice an hour|twice per hour|two times an hour', { tag: 'cron', cron: '*/30 * * * *' }],
  ['three times an hour', { tag: 'cron', cron: '*/20 * * * *' }],
  ['four times an hour', { tag: 'cron', cron: '*/15 * * * *' }],
  ['minute|minutes|min|mins', { tag: 'unit', minutes: 1 }],
  ['hour|hours|hrs', { tag: 'unit', minutes: 60 }],
  ['half an hour|half hour|half-hour', { tag: 'minutes', value: 30 }],
  ['a quarter of an hour|quarter of an hour|quarter hour|a quarter hour', { tag: 'minutes', value: 15 }],
  ['three quarters of an hour', { tag: 'minutes', value: 45 }],
  ['an hour and a half|one and a half hours|an hour-and-a-half', { tag: 'minutes', value: 90 }],
  ['an hour|one hour', { tag: 'minutes', value: 60 }],
  ['one minute', { tag: 'minutes', value: 1 }],
];
