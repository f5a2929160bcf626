import type { DocumentPath } from '../../domain/finding.ts';
import { evaluateText } from '../expressions/evaluate.ts';
import { expressionsIn } from '../expressions/find.ts';
import { parseExpression, treesIn } from '../expressions/tree.ts';
import { truthOf } from '../expressions/value.ts';
import { type AppTokenFact, readAppToken } from './app-tokens.ts';
import { type CacheFact, readCache } from './caches.ts';
import { checksOutHead, fetchesHead } from './checkouts.ts';
import { isCheck, losesFailures, runsCheck } from './checks.ts';
import { supposedBot, type UnsoundFact, unsoundContains } from './conditions.ts';
import { deploysByAction, isPublication, isRollout, publishesByAction } from './deployments.ts';
import { type EnvironmentWriteFact, environmentWrite } from './environment-files.ts';
import type { Scope } from './flows.ts';
import { allowsCommands, printsCommands } from './insecure.ts';
import { commandsOf } from './shell.ts';
import { type SinkFact, sinksOf } from './sinks.ts';
import { kindsOf, type Situation, type SituationKind, whateverRunsMake, whereMayHold } from './situations.ts';

import { type StoredTokenFact, storedToken } from './stored-tokens.ts';
import { readUses, type UsesFact } from './uses.ts';
import { asMapping, asText, type Mapping } from './values.ts';
import { handsOn, writesWorkflows } from './workflow-writes.ts';

export interface StepFact {
  readonly path: DocumentPath;
  /** In which situations it runs. */
  readonly startedBy: readonly SituationKind[];
  readonly uses: UsesFact | null;
  readonly sinks: readonly SinkFact[];
  /** Null where the step has no `run`. */
  readonly script: ScriptFact | null;
  /** A step that tests, lints, scans or signs: its failure must count. */
  readonly isCheck: boolean;
  /** It does so by what it runs, not by its name alone. */
  readonly runsCheck: boolean;
  /** And it does not, nor does another step look at it. */
  readonly continuesOnError: boolean;
  /** Null where the step is no checkout. */
  readonly checkout: { readonly ofHead: boolean; readonly persistsCredentials: boolean } | null;
  /** Null where the step makes none. */
  readonly appToken: AppTokenFact | null;
  /** Null where the step restores none. */
  readonly cache: CacheFact | null;
  /** In which situations it makes something that others take. */
  readonly publishes: readonly SituationKind[];
  /** In which situations it publishes, or changes something that runs. */
  readonly deploys: readonly SituationKind[];
  /** In which of them no earlier step or job can decide otherwise. */
  readonly surelyDeploys: readonly SituationKind[];
  /** Null where it publishes with none. */
  readonly storedToken: StoredTokenFact | null;
  /** Gives away what the job has written: commits it, pushes it, proposes it. */
  readonly handsOn: boolean;
  readonly insecureCommands: boolean;
  /** Of its `if`. */
  readonly unsoundContains: UnsoundFact | null;
  /** Of its `if`: the context that it takes somebody for a bot by. */
  readonly supposedBot: string | null;
}

/** What a script does that policies mind, as far as its words tell. */
export interface ScriptFact {
  readonly writesWorkflows: boolean;
  /** Uses commands that any output of a program can imitate. */
  readonly insecureCommands: boolean;
  /** Brings the code of a pull request. */
  readonly fetchesHead: boolean;
  /** A check in it can fail without anybody noticing. */
  readonly losesFailures: boolean;
  /** Text of outsiders that it writes for all later steps; null where there is none. */
  readonly environmentWrite: EnvironmentWriteFact | null;
}

export interface StepContext {
  readonly path: DocumentPath;
  /** Which step of the job it is. */
  readonly at: number;
  /** `inputs` of a call or a dispatch that hold free text. */
  readonly freeInputs: ReadonlySet<string>;
  /** Of the job. */
  readonly scope: Scope;
  readonly situations: readonly Situation[];
  /** Whether its job is given caches at all. */
  readonly restoresCaches: boolean;
  /** The `if` of the job. */
  readonly condition: unknown;
  /** A step of the job makes a cluster for the job alone. */
  readonly hasOwnCluster: boolean;
  /** It or an earlier step has brought an artifact of the run that has started this one. */
  readonly hasForeignFiles: boolean;
  /** Ids of steps whose outcome another step of the job looks at. */
  readonly judged: ReadonlySet<string>;
}

/** A step, with what several facts are read from. */
export interface StepSource {
  readonly step: Mapping;
  readonly run: string | null;
  readonly commands: readonly string[];
  readonly uses: UsesFact | null;
}

export function readSource(value: unknown, path: DocumentPath): StepSource {
  const step = asMapping(value);
  const [run, uses] = [asText(step.run), asText(step.uses)];
  return { step, run, commands: commandsOf(run ?? ''), uses: uses === null ? null : readUses(uses, [...path, 'uses']) };
}

/** What the expressions of a step read. */
export function stepScope({ step }: StepSource, ofJob: Scope, at: number): Scope {
  return { ...ofJob, own: asMapping(step.env), at };
}

export function readStep(source: StepSource, context: StepContext): StepFact {
  const { step, run, commands, uses } = source;
  const { path } = context;
  const inputs = asMapping(step.with);
  const environment = asMapping(step.env);
  const scope = stepScope(source, context.scope, context.at);
  const situations = whereMayHold(step.if, context.situations);
  const acts = actsOf(source, situations, context);
  return {
    path,
    startedBy: kindsOf(situations),
    uses,
    sinks: sinksOf({ run, inputs, commands, uses }, { ...context, scope }),
    script: run === null ? null : readScript(source, run, { scope, hasForeignFiles: context.hasForeignFiles }),
    isCheck: isCheck(asText(step.name) ?? '', commands, uses),
    runsCheck: runsCheck(commands, uses),
    continuesOnError:
      continuesOnError(step['continue-on-error'], situations) &&
      !context.judged.has((asText(step.id) ?? '').toLowerCase()),
    checkout: uses?.repository === 'actions/checkout' ? checkoutFact(inputs, scope) : null,
    appToken: readAppToken(uses, step.with),
    cache: context.restoresCaches ? readCache(uses, inputs, { path, situations }) : null,
    handsOn: handsOn(commands, uses),
    ...acts,
    storedToken:
      acts.publishes.length > 0
        ? storedToken({ step, commands, repository: uses?.repository ?? null, path, scope })
        : null,
    insecureCommands: allowsCommands(environment),
    unsoundContains: unsoundContains(step.if),
    supposedBot: supposedBot(step.if),
  };
}

/**
 * `matrix` or `inputs` may say so: that a combination is an experiment is a decision in the file itself, or of whoever calls it. What says so
 * whatever they are does not ask them.
 */
export function continuesOnError(value: unknown, situations: readonly Situation[]): boolean {
  const text = asText(value) ?? '';
  if (!text.includes('${{')) return text === 'true';
  const isAlways = situations.some(({ assumed }) => truthOf(evaluateText(text, assumed)) === true);
  return isAlways || !expressionsIn(text).some(asksForChoice);
}

function asksForChoice(source: string): boolean {
  return treesIn(parseExpression(source)).some(
    (tree) => tree.kind === 'context' && /^(?:matrix|inputs)$/.test(tree.path[0] ?? ''),
  );
}

function checkoutFact(inputs: Mapping, scope: Scope) {
  return {
    ofHead: checksOutHead(inputs, scope),
    persistsCredentials: asText(inputs['persist-credentials'])?.toLowerCase() !== 'false',
  };
}

type ScriptContext = Pick<StepContext, 'scope' | 'hasForeignFiles'>;

function readScript({ step, commands }: StepSource, run: string, context: ScriptContext): ScriptFact {
  const directory = asText(step['working-directory']) ?? '';
  return {
    writesWorkflows: writesWorkflows(commands, /(?:^|\/)\.github\/workflows\/?$/.test(directory)),
    insecureCommands: printsCommands(run),
    fetchesHead: fetchesHead(commands, context.scope),
    losesFailures: losesFailures(run),
    environmentWrite: environmentWrite({ run, commands, ...context }),
  };
}

type Acts = Pick<StepFact, 'publishes' | 'deploys' | 'surelyDeploys'>;

function actsOf({ step, commands, uses }: StepSource, situations: readonly Situation[], context: StepContext): Acts {
  const inputs = asMapping(step.with);
  const publishes = commands.some(isPublication);
  const deploys =
    publishes ||
    commands.some((command) => isRollout(command, context.hasOwnCluster)) ||
    (uses !== null && deploysByAction(uses, inputs));
  const mayPublish = (one: Situation) => publishes || (uses !== null && publishesByAction(uses, inputs, one));
  const deploying = situations.filter((one) => deploys || mayPublish(one));
  const isSure = (one: Situation) =>
    [context.condition, step.if].every((condition) => whereMayHold(condition, [one]).length > 0) &&
    (deploys || mayPublish(one));
  return {
    publishes: kindsOf(situations.filter(mayPublish)),
    deploys: kindsOf(deploying),
    surelyDeploys: kindsOf(deploying.filter((one) => whateverRunsMake(one).every(isSure))),
  };
}
