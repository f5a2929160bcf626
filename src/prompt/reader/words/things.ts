import type { EcosystemName } from '../../../domain/profile.ts';
import type { Row } from './table.ts';

/** Languages, the tool whose version a matrix names, and the ecosystems that their code may be of. */
export const LANGUAGES: readonly (readonly [
  words: string,
  tool: string | null,
  ecosystems: readonly EcosystemName[],
])[] = [
  ['go|golang', 'go', ['go']],
  ['node|node.js|nodejs', 'node', ['node']],
  ['typescript|javascript|ts|js', null, ['node', 'deno', 'bun']],
  ['deno', 'deno', ['deno']],
  ['bun', 'bun', ['bun']],
  ['python|py', 'python', ['python']],
  ['java|jdk', 'java', ['java']],
  ['kotlin', null, ['kotlin']],
  ['scala', null, ['scala']],
  ['.net|dotnet', 'dotnet', ['dotnet']],
  // Of a language that is versioned apart from what runs it, and of a tool beside that, a number is no version of it.
  ['c#|csharp', null, ['dotnet']],
  ['ruby', 'ruby', ['ruby']],
  ['php', 'php', ['php']],
  ['composer', null, ['php']],
  ['elixir', 'elixir', ['elixir']],
  ['rust', 'rust', ['rust']],
  ['swift', 'swift', ['swift']],
  ['c++|cpp', null, ['cpp']],
  ['terraform', 'terraform', ['terraform']],
  ['opentofu', null, ['terraform']],
  ['protobuf|protocol buffers|protos', null, ['protobuf']],
  ['shell scripts|shell', null, ['shell']],
];

/** What servers that tests speak to are called. */
export const DATABASES: readonly (readonly [service: string, words: string])[] = [
  ['postgres', 'postgres|postgresql|pg'],
  ['mysql', 'mysql'],
  ['mariadb', 'mariadb'],
  ['mssql', 'mssql|sql server'],
  ['redis', 'redis'],
  ['valkey', 'valkey'],
  ['memcached', 'memcached|memcache'],
  ['mongo', 'mongo|mongodb'],
  ['elasticsearch', 'elasticsearch|elastic search'],
  ['opensearch', 'opensearch'],
  ['rabbitmq', 'rabbitmq|rabbit mq|rabbit'],
  ['kafka', 'kafka'],
  ['nats', 'nats'],
  ['minio', 'minio'],
  ['localstack', 'localstack'],
  ['clickhouse', 'clickhouse'],
  ['mailpit', 'mailpit'],
];

/** How somebody says within what something has to be over: `be done within`, `finish in under`. */
const WITHIN = ['finish', 'be finished', 'be done', 'complete', 'be complete', 'be through', 'be over', 'be ready']
  .flatMap((verb) =>
    ['in', 'within', 'after', 'in under', 'in less than', 'in at most', 'under'].map((word) => `${verb} ${word}`),
  )
  .join('|');

/** `the whole system`, `our entire stack`. */
const WHOLE = ['system', 'stack', 'product', 'codebase', 'code base', 'monorepo', 'shebang']
  .flatMap((what) => ['whole', 'entire', 'complete'].map((whole) => `${whole} ${what}`))
  .flatMap((whole) => [whole, `the ${whole}`, `our ${whole}`])
  .join('|');

export const THING_ROWS: readonly Row[] = [
  ...LANGUAGES.map(([words, tool, ecosystems]): Row => [words, { tag: 'language', tool, ecosystems }]),
  ...DATABASES.map(([service, words]): Row => [words, { tag: 'database', service }]),
  [WHOLE, { tag: 'selector', selectors: [{ all: true }] }],
  [
    'the whole thing|everything|everywhere|all services|every service|each service|all of the services|all the services|the whole repository|whole repository|the whole repo|whole repo|the entire repository|entire repository|the whole project|whole project|all code|all the code|all our code|every unit|all units|all packages|every package|all of it|all the things|all of them|all projects|every project|every job|all jobs|all the jobs|the lot|all languages|every language|across the board|all our services|every one of our services|each of our services|every part|all components|every component|anything',
    { tag: 'selector', selectors: [{ all: true }] },
  ],
  [
    'everything else|the rest|all the others|the others|the other services|all other services|all the other services|every other service|the remaining services|the other ones',
    { tag: 'rest' },
  ],
  ['service container|service containers|container|containers|database|databases|db', { tag: 'container' }],
  ['linux|ubuntu', { tag: 'system', system: 'linux' }],
  ['windows', { tag: 'system', system: 'windows' }],
  ['macos|mac os|os x|osx|mac|macs|macbook|macbooks|apple machines', { tag: 'system', system: 'macos' }],
  ['version|versions|release|releases of', { tag: 'version-word' }],
  [
    'hosted runner|hosted runners|github-hosted runner|github-hosted runners|github runner|github runners|standard runner|standard runners|default runner|default runners|stock runners|shared runners|runner|runners|build machine|build machines|build box|build boxes|build server|build servers|build agent|build agents|build host|build hosts|box|boxes|own machines|own machine|own hardware|own servers|our own runners|machines|machine',
    { tag: 'runner' },
  ],
  ['self-hosted|self hosted|selfhosted', { tag: 'label', label: 'self-hosted' }],
  ['gpu', { tag: 'label', label: 'gpu' }],
  ['x64', { tag: 'label', label: 'x64' }],
  [
    'labelled|labeled|label|labels|with labels|with the labels|answer to|answers to|with the label|carrying|that carry',
    { tag: 'label-word' },
  ],
  [
    'timeout|timeouts|timeout-minutes|time limit|time-limit|time limits|limit|cap|at most|no more than|not more than|no longer than|longer than|more than|max|maximum|within|give up after|give up at|time out|times out|timed out|time out at|time out after|times out after|time cap|hard limit|hard cap|upper limit|upper bound|ceiling|maximum duration|max duration|maximum runtime|max runtime|runtime limit|duration limit|more time|extra time|a bit longer|a little longer|some more time|a bit more time|a little more time|a bit of extra time|longer|longer timeout|a longer timeout|higher timeout|shorter timeout|a shorter timeout|bigger timeout|run for|hog a runner for|occupy a runner for|hold a runner for|block a runner for|keep a runner busy for|take|takes|time budget|time|last|exceed|exceeds',
    { tag: 'timeout' },
  ],
  [WITHIN, { tag: 'timeout' }],
  [
    'step|a step|steps|one step|one more step|a further step|further step|extra step|an extra step|additional step|an additional step|separate step|a separate step|another step|new step|own step|its own step|a step of its own|custom step',
    { tag: 'step' },
  ],
  ['named|called|name|titled|the name', { tag: 'named' }],
  [
    "my machine|my own machine|my laptop|my computer|my box|my desk|their machine|their laptop|somebody's laptop|my local machine|black friday|cyber monday|take care of|takes care of|turns out to be|turn out to be|turns out to have|happens to be|happens to have|is found to be|is found to have|is known to have|look out for|watch out for|hunt for|hunt down|catch up|last week|last month|last year|last night|last quarter|last sprint|last time|last spring|last summer|last autumn|last winter",
    { tag: 'unknown' },
  ],
];
