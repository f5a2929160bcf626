import { readJson } from '../../formats/json.ts';
import { joinPath } from '../../paths.ts';
import { shortened, type Word, wordAt } from '../../word.ts';
import type { FoundPort, Listening } from './listening.ts';

/** Flags that name the port, of programs in general and of some. */
const FLAGS = [
  /--(?:http-|server-|web-|listen-|application-)?port(?:=|\s{1,4})["']?(\d{2,5})\b/,
  /(?:--(?:bind|address|listen|addr|http-address|listen-address)(?:=|\s{1,4})|\s-b\s{0,4}|\s-S\s{1,4}|\brunserver\s{1,4})["']?(?:[\w.*-]{1,60}|\[::\])?:(\d{2,5})\b/,
  /-Dserver\.port=(\d{2,5})\b/,
  /\bhttp\.server\s{1,4}(\d{2,5})\b/,
  /\b(?:next|nuxt|vite|serve|http-server|flask|rails|puma)\b.{0,100}\s-[pl]\s{1,4}(\d{2,5})\b/,
];

/** What servers listen on where no flag says otherwise, as their documentation states. */
const PROGRAMS: readonly (readonly [RegExp, number])[] = [
  [/\bfastapi\s+(run|dev)\b/, 8000],
  [/\b(uvicorn|hypercorn|daphne|granian)\b/, 8000],
  [/\bgunicorn\b(?!\.)(?!.*\s(-c|--config)\b)/, 8000],
  [/\bmanage\.py\s+runserver\b/, 8000],
  [/\bflask\s+run\b/, 5000],
  [/\bstreamlit\s+run\b/, 8501],
  [/\bnext\s+start\b/, 3000],
  [/\bnuxt\s+(start|preview)\b/, 3000],
  [/\bvite\s+preview\b/, 4173],
  [/\brails\s+(s|server)\b/, 3000],
  [/\bdeno\s+serve\b/, 8000],
];

/** Flags of ENTRYPOINT and CMD, else what the program that they start is known for. */
export function byCommand({ build, snapshot }: Listening): FoundPort[] {
  const { commands } = build.facts;
  const scripts = commands.flatMap((command) => packageScript({ command, directory: build.directory, snapshot }));
  const words = [...commands, ...scripts.map(shortened)];
  const [found] = [...words.flatMap(flagged), ...words.flatMap(known)];
  return found ? [found] : [];
}

function flagged(word: Word): FoundPort[] {
  const port = FLAGS.flatMap((flag) => flag.exec(word.value)?.[1] ?? [])[0];
  return port === undefined ? [] : [{ port: Number(port), transport: 'tcp', word }];
}

function known(word: Word): FoundPort[] {
  const program = PROGRAMS.find(([pattern]) => pattern.test(word.value));
  return program ? [{ port: program[1], transport: 'tcp', word }] : [];
}

type ScriptPlace = Pick<Listening, 'snapshot'> & { readonly command: Word; readonly directory: string };

/** The script of package.json that `npm start` and its like run. */
function packageScript({ command, directory, snapshot }: ScriptPlace): Word[] {
  const [, run, start] = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+([\w:.-]{1,60})|(start))\b/.exec(command.value) ?? [];
  const name = run ?? start;
  const file = joinPath(directory, 'package.json') ?? '';
  if (name === undefined || !snapshot.has(file)) return [];
  const manifest = readJson(snapshot, file).value;
  const script = manifest.text(['scripts', name]);
  return script === null ? [] : [wordAt(script, file, manifest.lineOf(['scripts', name]))];
}
