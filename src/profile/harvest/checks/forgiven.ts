import type { ProfileWarning } from '../../../domain/profile.ts';
import type { PipelineStep } from '../../ci/step.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { joinedLines, type Line } from '../../lines.ts';
import { oncePerSnapshot } from '../../once.ts';
import { readSteps } from '../../pipelines/steps.ts';
import { stepCommands } from '../../shell/step-commands.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { countedTools, toolOf } from './tool-names.ts';
import { withoutHeld } from './without-held.ts';

/** A call of a tool whose failure its pipeline lets pass. */
interface Forgiven {
  readonly tool: string;
  readonly directory: string;
  readonly file: string;
  readonly line: number;
}

/**
 * The units without the checks that every pipeline which runs them lets fail: a job of ours would be red where theirs is green. What a
 * pipeline runs anywhere else so that it counts stays.
 */
export function withoutForgiven(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const forgiven = forgivenCalls(snapshot);
  if (forgiven.length === 0) return { value: drafts, warnings: [] };
  const counted = countedTools(snapshot);
  return withoutHeld(drafts, ({ directory }, { run }) => {
    const tool = toolOf(run);
    const call = forgiven.find((it) => it.tool === tool && it.directory === directory);
    return call && !counted.has(tool) ? warningOf(call) : undefined;
  });
}

function warningOf({ tool, file, line }: Forgiven): ProfileWarning {
  return { file, line, message: `this pipeline goes on where ${tool} fails; it is left out.` };
}

/** How pipelines write that something may fail, and names of programs that are told what a check says and decide by themselves. */
const MENTIONS = /\|\||continue-?on-?error|allow_failure|failure: ignore|baseline|reviewdog/i;
const MAY_FAIL =
  /\s{0,20}(?:\|\|\s{0,20}(?:true|:|exit 0|echo\b[^|]{0,300})|\|\s{0,20}[^|]{0,100}(?:baseline|reviewdog)\b[^|]{0,300})$/;

const forgivenCalls = oncePerSnapshot((snapshot: Snapshot): readonly Forgiven[] =>
  readSteps(snapshot, MENTIONS).flatMap((step) => {
    const { file, script, isUsual, isForgiven = false } = step;
    if (!isUsual && !isForgiven) return [];
    const lines = joinedLines(script).map(({ text, number }) => ({ text: text.trim(), number }));
    const forgives = new Set(lines.filter(({ text }) => isForgiven || MAY_FAIL.test(text)).map(({ number }) => number));
    return forgives.size === 0 ? [] : callsIn(step, lines, forgives).map((call) => ({ ...call, file }));
  }),
);

function callsIn({ directory, environment }: PipelineStep, lines: readonly Line[], forgives: ReadonlySet<number>) {
  const script = lines.map(({ text, number }) => ({ text: text.replace(MAY_FAIL, ''), number }));
  return stepCommands({ script, directory, environment })
    .filter(({ line }) => forgives.has(line))
    .map(({ run, directory: folder, line }) => ({ tool: toolOf(run), directory: folder, line }));
}
