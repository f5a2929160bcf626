import type { Evidence } from '../domain/evidence.ts';
import type { Command, Need, ProfileWarning, ProjectProfile, Service, Unit } from '../domain/profile.ts';
import { mayHoldSecret, REDACTED } from '../secrets/suspicion.ts';

/**
 * The profile without secrets: a value that holds one is left out alone, with a warning, and everything else stays. Every profile goes
 * through here before anybody sees it; lines that are shown as a reason are clean before (take-snapshot.ts).
 */
export async function withoutSecrets(profile: ProjectProfile): Promise<ProjectProfile> {
  const suspicious = textsIn(profile).filter(mayHoldSecret);
  if (suspicious.length === 0) return profile;
  const { redact } = await import('../secrets/redact.ts');
  const read = await Promise.all(suspicious.map(async (text) => [text, await redact(text, [])] as const));
  const found = new Map(read.filter(([text, clean]) => text !== clean));
  return found.size === 0 ? profile : cleaned(profile, found);
}

/** Texts that hold a secret, each with what is left of it. */
type Found = ReadonlyMap<string, string>;

type Values = Readonly<Record<string, string>>;

/** A value with its name, by which some secrets are known. */
function assignments(values: Values): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

function textsIn({ units, services, warnings }: ProjectProfile): string[] {
  const texts = [
    ...warnings.map(({ message }) => message),
    ...units.flatMap(({ commands, needs }) => [
      ...Object.values(commands).flatMap((list: readonly Command[]) => list.map(({ run }) => run)),
      ...needs.flatMap((need) => [...assignments(need.environment), ...toldIn(need)]),
    ]),
    ...services.flatMap(({ image, user, health }) => [
      ...assignments(image.buildArgs),
      ...(image.build ?? []).map(({ run }) => run),
      ...[user?.value, health?.value].filter((text) => text != null),
    ]),
  ];
  return [...new Set(texts)];
}

/** What a container is told beside its variables. */
function toldIn({ container }: Need): string[] {
  if (!container) return [];
  const { options, entrypoint, command } = container;
  return [entrypoint, command, ...options.map(([, value]) => value)].filter((text) => text !== null);
}

function cleaned(profile: ProjectProfile, found: Found): ProjectProfile {
  const units = profile.units.map((unit) => cleanUnit(unit, found));
  const services = profile.services.map((service) => cleanService(service, found));
  const said = profile.warnings.map((it) => ({ ...it, message: found.get(it.message) ?? it.message }));
  return {
    ...profile,
    units: units.map(({ value }) => value),
    services: services.map(({ value }) => value),
    warnings: [...said, ...[...units, ...services].flatMap(({ warnings }) => warnings)],
  };
}

interface Cleaned<T> {
  readonly value: T;
  readonly warnings: readonly ProfileWarning[];
}

function cleanUnit(unit: Unit, found: Found): Cleaned<Unit> {
  const { install, lint, test, build } = unit.commands;
  const without = <T extends Command>(list: readonly T[]) => list.filter(({ run }) => !found.has(run));
  const lost = [...install, ...lint, ...test, ...build].filter(({ run }) => found.has(run));
  const needs = unit.needs.map((need): Cleaned<Need> => {
    const { value, warnings } = cleanValues('variable', need.environment, need.because, found);
    const container = cleanContainer(need, found);
    return {
      value: { ...need, environment: value, ...container.value },
      warnings: [...warnings, ...container.warnings],
    };
  });
  return {
    value: {
      ...unit,
      commands: { install: without(install), lint: without(lint), test: without(test), build: without(build) },
      needs: needs.map(({ value }) => value),
    },
    warnings: [
      ...lost.map(({ because }) => leftOut('a command', because)),
      ...needs.flatMap(({ warnings }) => warnings),
    ],
  };
}

function cleanContainer(need: Need, found: Found): Cleaned<Pick<Need, 'container'>> {
  const { container, because } = need;
  if (!container || !toldIn(need).some((text) => found.has(text))) return { value: {}, warnings: [] };
  const clean = (text: string | null) => (text !== null && found.has(text) ? null : text);
  const options = container.options.filter(([, value]) => value === null || !found.has(value));
  const { entrypoint, command } = container;
  return {
    value: { container: { ...container, options, entrypoint: clean(entrypoint), command: clean(command) } },
    warnings: [leftOut(`what the container ${need.service} is told`, because)],
  };
}

function cleanService(service: Service, found: Found): Cleaned<Service> {
  const { image, user, health } = service;
  const { value: buildArgs, warnings } = cleanValues('build argument', image.buildArgs, image.because, found);
  const { build } = image;
  const lost = build?.filter(({ run }) => found.has(run)) ?? [];
  return {
    value: {
      ...service,
      // What is made of several commands is not made by the rest of them.
      image: { ...image, buildArgs, ...(build ? { build: lost.length > 0 ? [] : build } : {}) },
      user: user && found.has(user.value) ? null : user,
      health: health && found.has(health.value) ? null : health,
    },
    warnings: [...warnings, ...lost.map(({ because }) => leftOut('a command', because))],
  };
}

function cleanValues(what: string, values: Values, because: readonly Evidence[], found: Found): Cleaned<Values> {
  const lost = Object.keys(values).filter((name) => found.has(`${name}=${values[name]}`));
  return {
    value: Object.fromEntries(Object.entries(values).filter(([name]) => !lost.includes(name))),
    warnings: lost.map((name) => leftOut(`the ${what} ${name}`, because)),
  };
}

/** Of several lines the one that is not shown is the one. */
function leftOut(what: string, because: readonly Evidence[]): ProfileWarning {
  const first = because.find(({ excerpt }) => excerpt === REDACTED) ?? because[0];
  return {
    file: first?.file ?? '.',
    line: first?.line ?? 1,
    message: `${what} holds what looks like a secret and is left out; revoke it, and take it out of the file.`,
  };
}
