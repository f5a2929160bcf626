import { writeFiles } from '../../clients/output.ts';
import { proposalJson } from '../../deliver/json.ts';
import { renderProposal } from '../../deliver/terminal/proposal.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Judge } from '../../domain/judge.ts';
import { paintWith } from '../../domain/paint.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { renderProfile } from '../../profile/page.ts';
import { wordsLayer } from '../../prompt/words.ts';
import { type Outcome, run } from '../../run.ts';
import { renderFindings } from '../../validate/format/text.ts';
import { catalogues } from '../catalogues.ts';

interface Proposing {
  readonly context: RepositoryContext;
  readonly judge: Judge;
  readonly deadline: Deadline;
  readonly words: string | null;
}

/** The line with what this program has: a reader of words of its own, no model yet. */
export function propose({ words, ...line }: Proposing): Promise<Outcome> {
  return run({ ...line, asked: words === null ? [] : [wordsLayer(words)], catalogues });
}

interface Conclusion extends Outcome {
  readonly inputs: GenerateInputs;
  readonly directory: string;
  readonly color: boolean;
  readonly context: RepositoryContext;
}

/** Writes what was asked to be written, and gives what is printed. */
export function conclude({ inputs, directory, color, context, profile, proposal }: Conclusion): string {
  const written = write(inputs, directory, proposal);
  if (inputs.json) return proposalJson(proposal);
  const paint = paintWith(color);
  const sources = new Map(proposal.changeSet.files.map(({ path, content }) => [path, content]));
  const findings = renderFindings(proposal.report.findings, sources, paint);
  return renderProposal({ context, proposal, written, paint, profile: renderProfile(profile, { color }), findings });
}

/** Nothing unproven is written, and nothing that is there already. */
function write(
  { destination }: GenerateInputs,
  directory: string,
  { report, changeSet }: Outcome['proposal'],
): string[] {
  if (destination.kind === 'none' || report.verdict !== 'pass') return [];
  const target = destination.kind === 'folder' ? destination.path : directory;
  return writeFiles(
    target,
    changeSet.files.filter(({ status }) => destination.kind === 'folder' || status !== 'unchanged'),
  );
}
