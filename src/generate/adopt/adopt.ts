import type { ExistingPipeline, Unsaid } from '../../domain/existing.ts';
import { hasInvisible } from '../../domain/invisible.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import { type Intent, IntentSchema } from '../../domain/request.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { checkIntents } from './checks.ts';
import type { AdoptedIntent } from './intent.ts';
import { printConfiguration } from './print.ts';
import { settingIntents } from './settings.ts';
import { shippingIntents } from './shipping.ts';
import { triggerIntents } from './triggers.ts';

export interface Adopted {
  /** The configuration that makes the same pipeline, as far as intents go; ended by a newline. */
  readonly text: string;
  /** Whether it has no intent at all. */
  readonly isEmpty: boolean;
  /** What it does not say, in the order of the files. */
  readonly unsaid: readonly Unsaid[];
}

export interface AdoptInput {
  readonly profile: ProjectProfile;
  readonly existing: ExistingPipeline;
  readonly defaultBranch: string | null;
  /** Where the schema of the configuration can be fetched; null where it is published nowhere. */
  readonly schema: string | null;
}

/** The accepted request by which generation makes the pipeline that a repository has already. Pure; the same input gives the same text. */
export function adopt({ profile, existing, defaultBranch, schema }: AdoptInput): Adopted {
  const parts: readonly AdoptedIntent[] = [
    ...triggerIntents(existing, defaultBranch),
    ...checkIntents(existing, profile),
    ...settingIntents(existing, profile),
    ...shippingIntents(existing, profile),
  ];
  const said = parts.flatMap(({ intent, at, note }) => (intent && canBeSaid(intent) ? [{ intent, at, note }] : []));
  const left = parts.flatMap(({ intent, at, note }) => {
    if (at === null || (intent && canBeSaid(intent))) return [];
    return [{ at, what: intent ? `what the intent ${intent.kind} does not take` : (note ?? '') }];
  });
  return {
    text: printConfiguration(said, schema),
    isEmpty: said.length === 0,
    unsaid: once([...existing.unsaid, ...left]),
  };
}

/** A name of a branch, a cron line or a label may be what no intent takes. */
function canBeSaid(intent: Intent): boolean {
  return IntentSchema.safeParse(intent).success && !hasInvisible(JSON.stringify(intent));
}

function once(unsaid: readonly Unsaid[]): Unsaid[] {
  const all = new Map(unsaid.map((one) => [`${one.at.file}:${one.at.line}:${one.what}`, one]));
  return [...all.values()].sort((a, b) => byCodeUnit(a.at.file, b.at.file) || a.at.line - b.at.line);
}
