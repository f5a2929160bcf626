import type { DocumentPath } from '../../domain/finding.ts';
import { scriptAt } from '../ci/yaml-steps.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';
import { type CiContainer, ciContainer, typed } from './ci-container.ts';
import { IMAGES } from './server-image.ts';

const FILE = '.travis.yml';

/** Nobody needs a password there. */
const OPEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgres: { POSTGRES_HOST_AUTH_METHOD: 'trust' },
  mysql: { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes', MYSQL_ROOT_PASSWORD: '' },
  mariadb: { MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: 'yes', MARIADB_ROOT_PASSWORD: '' },
};

/** The servers that Travis starts beside its build, and those that an addon brings in a version. */
export function travisContainers(snapshot: Snapshot): CiContainer[] {
  if (!/^(?:services|addons):/m.test(snapshot.text(FILE) ?? '')) return [];
  const { value: pipeline } = readYamlManifest(snapshot, FILE);
  const services = ['services', 'service'].flatMap((key): [string, DocumentPath][] => {
    const places = Array.isArray(pipeline.at([key])) ? pipeline.items([key]) : [[key]];
    return places.map((path) => [pipeline.text(path) ?? '', path]);
  });
  const addons = pipeline.keys(['addons']).map((name): [string, DocumentPath] => [name, ['addons', name]]);
  const lines = typed(['before_script', 'script'].flatMap((phase) => scriptAt(pipeline, [phase])));
  const found = new Map<string, CiContainer>();
  for (const [name, path] of [...services, ...addons]) {
    const image = IMAGES.get(name);
    if (image === undefined) continue;
    const at = pipeline.lineOf(path);
    const version = pipeline.scalar(['addons', name]) ?? '';
    const tag = /^\d[\w.-]{0,20}$/.test(version) ? `:${version}` : '';
    const open = Object.entries(OPEN[image] ?? {}).map(([key, value]): [string, Word] => [
      key,
      wordAt(value, FILE, at),
    ]);
    found.set(
      image,
      ciContainer({
        image: wordAt(`${image}${tag}`, FILE, at),
        environment: new Map(open),
        runs: [{ directory: '.', lines }],
      }),
    );
  }
  return [...found.values()];
}
