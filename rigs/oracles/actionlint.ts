import { resolve } from 'node:path';
import { z } from 'zod';
import { type OracleFinding, runTool, toolFile } from './program.ts';

const Report = z.array(z.object({ message: z.string(), filepath: z.string(), line: z.number(), kind: z.string() }));

/**
 * What actionlint says of workflows, scripts read by shellcheck included: as people see it who have both. Python steps are not read.
 * A workflow of no repository is judged alone: local actions and the repository's own configuration are not looked for.
 */
export function actionlint(files: readonly string[]): readonly OracleFinding[] {
  if (files.length === 0) return [];
  const options = ['-format', '{{json .}}', '-shellcheck', toolFile('shellcheck'), '-pyflakes', ''];
  const printed: unknown = JSON.parse(runTool('actionlint', [...options, ...files], [0, 1]));
  return Report.parse(printed).map(({ message, filepath, line, kind }) => ({
    rule: kind,
    file: resolve(filepath),
    line,
    message,
    places: [],
  }));
}
