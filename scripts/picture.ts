// Makes docs/agent-run.svg: what `make agent-run` prints, as a terminal shows it, each part cut to its beginning.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { terminalPicture } from './picture/svg.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Shown {
  readonly lines: number;
  /** The first line that is shown; that of the part where there is none. */
  readonly from?: string;
}

/** What is shown of each part, by its title. What is not named here is not. */
const SHOWN: Readonly<Record<string, Shown>> = {
  'What is here': { lines: 12 },
  'What would run': { lines: 20 },
  Findings: { lines: 12 },
  Difference: { lines: 39, from: '+  ledger-test:' },
};

const run = spawnSync('bash', ['scripts/agent-run.sh'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '', REPO: '', BASE: '', REQUEST: '' },
});
if (run.status !== 0) throw new Error(`make agent-run failed: ${run.stderr}`);
writeFileSync(`${root}docs/agent-run.svg`, terminalPicture(['$ make agent-run', ...excerpt(run.stdout)]));

function excerpt(page: string): string[] {
  const parts = page.trimEnd().split(/\n\n(?=\u001b\[1m)/);
  const [headline = '', ...sections] = parts;
  return [headline, ...sections.flatMap(cut)].join('\n').split('\n');
}

function cut(section: string): string[] {
  const [title = '', ...lines] = section.split('\n');
  const shown = SHOWN[stripVTControlCharacters(title)];
  if (!shown) return [];
  const { from } = shown;
  const start = from === undefined ? 0 : lines.findIndex((line) => stripVTControlCharacters(line) === from);
  if (start === -1) throw new Error(`'${title}' has no line '${from}' any more.`);
  const end = start + shown.lines;
  const more = '  …';
  return ['', title, ...(start > 0 ? [more] : []), ...lines.slice(start, end), ...(lines.length > end ? [more] : [])];
}
