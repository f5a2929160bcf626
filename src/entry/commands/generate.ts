import actionData from '../../../data/action-catalog.json' with { type: 'json' };
import imageData from '../../../data/image-catalog.json' with { type: 'json' };
import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { writeFiles } from '../../clients/output.ts';
import { proposalJson } from '../../deliver/json.ts';
import { renderProposal } from '../../deliver/terminal/proposal.ts';
import { readActionCatalogue, readImageCatalogue } from '../../domain/catalogue.ts';
import { ActionError } from '../../domain/errors.ts';
import { paintWith } from '../../domain/paint.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { renderProfile } from '../../profile/page.ts';
import { wordsLayer } from '../../prompt/words.ts';
import { type Outcome, run } from '../../run.ts';
import { renderFindings } from '../../validate/format/text.ts';
import { type Home, judgeOf } from '../home.ts';

/** Proposes the pipeline of a checkout, and writes it where that was asked for and it is proven. Gives the exit code. */
export async function generateCommand(inputs: GenerateInputs, home: Home): Promise<number> {
  if (inputs.targets.some((target) => target !== 'github'))
    throw new ActionError(
      'NOT_AVAILABLE_YET',
      `--target ${inputs.targets.join(',')}: this version prints for github alone.`,
    );
  await using judge = judgeOf(home);
  const { color, variables } = readEnvironment(process.stdout.isTTY === true);
  const deadline = deadlineAfterStart(inputs.timeoutSeconds * 1000);
  const { git, trees, directory } = openCheckout({ directory: inputs.repository, environment: variables, deadline });
  const catalogues = { actions: readActionCatalogue(actionData), images: readImageCatalogue(imageData) };
  const asked = inputs.request === null ? [] : [wordsLayer(inputs.request)];
  const outcome = await run({
    context: { git, trees, base: inputs.base, head: inputs.head },
    asked,
    catalogues,
    judge,
    deadline,
  });
  const written = await write(inputs, directory, outcome);
  process.stdout.write(inputs.json ? proposalJson(outcome.proposal) : page(outcome, written, color));
  return exitCode(outcome.proposal.report);
}

/** Nothing unproven is written, and nothing that is there already. */
async function write({ destination }: GenerateInputs, directory: string, { proposal }: Outcome): Promise<string[]> {
  if (destination.kind === 'none' || proposal.report.verdict !== 'pass') return [];
  const target = destination.kind === 'folder' ? destination.path : directory;
  const files = proposal.changeSet.files.filter(
    ({ status }) => destination.kind === 'folder' || status !== 'unchanged',
  );
  return await writeFiles(target, files);
}

function page({ context, profile, proposal }: Outcome, written: readonly string[], color: boolean): string {
  const paint = paintWith(color);
  const sources = new Map(proposal.changeSet.files.map(({ path, content }) => [path, content]));
  return renderProposal({
    context,
    proposal,
    written,
    paint,
    profile: renderProfile(profile, { color }),
    findings: renderFindings(proposal.report.findings, sources, paint),
  });
}

function exitCode({ verdict }: ComplianceReport): number {
  switch (verdict) {
    case 'pass':
      return 0;
    case 'fail':
      return 1;
    case 'error':
      return 3;
  }
}
