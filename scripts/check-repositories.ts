// Generates the pipelines of real repositories, each twice under other circumstances, and has actionlint and pedantic zizmor judge them.
// One line a repository; exit code 1 if one of them fails.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, checkRepository } from './repositories/check.ts';

const HELP = `node scripts/check-repositories.ts --mirrors DIR [--only TEXT]… [--keep DIR]

  --mirrors DIR  a folder of git directories, DIR/owner+name/repo
  --only TEXT    only repositories whose owner/name has this in it; may be given more than once
  --keep DIR     writes each workflow to DIR/owner+name.yml`;

const { values } = parseArgs({
  options: {
    mirrors: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    keep: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || values.mirrors === undefined) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  const checked = namesIn(values.mirrors, values.only).map((name) => report(name, values.mirrors ?? ''));
  const failed = checked.filter((faults) => faults > 0).length;
  console.log(`${checked.length - failed} of ${checked.length} repositories hold.`);
  process.exitCode = failed > 0 || checked.length === 0 ? 1 : 0;
}

function namesIn(mirrors: string, only: readonly string[]): readonly string[] {
  return readdirSync(mirrors, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('+'))
    .map(({ name }) => name)
    .filter((name) => only.length === 0 || only.some((text) => name.replace('+', '/').includes(text)))
    .sort();
}

/** Gives the number of faults. */
function report(name: string, mirrors: string): number {
  const place = mkdtempSync(join(tmpdir(), 'check-repositories-'));
  try {
    const check = checkRepository(resolve(mirrors, name, 'repo'), place);
    console.log(lineFor(name, check));
    for (const fault of check.faults) console.log(`       ${fault.replaceAll('\n', '\n       ')}`);
    if (values.keep !== undefined && check.workflow !== undefined)
      writeFileSync(join(values.keep, `${name}.yml`), check.workflow);
    return check.faults.length;
  } catch (cause) {
    console.log(`broken ${name.replace('+', '/')}  ${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function lineFor(name: string, { absent, units, services, undigested, seconds, faults, workflow = '' }: Check): string {
  const jobs = workflow.match(/^ {4}runs-on:/gm)?.length ?? 0;
  const counts = `${units} units, ${services} services, ${jobs} jobs, ${undigested} undigested images`;
  const without = absent === 0 ? '' : `, without ${absent} files that the mirror has not`;
  return `${faults.length === 0 ? 'ok    ' : 'FAIL  '} ${name.replace('+', '/')}  ${counts}, ${seconds.toFixed(1)} s${without}`;
}
