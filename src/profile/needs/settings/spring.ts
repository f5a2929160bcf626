import { readYamlManifest } from '../../formats/yaml.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import { addressedServer } from '../address.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { type ServerSettings, told } from './server-settings.ts';

/**
 * The data source that tests of a whole application of Spring Boot are started with. A variable of the environment comes before what the
 * files say. (docs.spring.io, Spring Boot, "Externalized Configuration")
 */
export const SPRING: Framework = {
  name: 'Spring Boot',
  ecosystem: 'java',
  reads: [
    '**/src/{main,test}/resources/application*.{properties,yml,yaml}',
    '**/src/test/**/*ApplicationTest{,s}.{java,kt}',
  ],
  find,
};

function find({ snapshot, draft: { directory } }: FrameworkQuery): ServerSettings[] {
  const tests = snapshot.within(joinPath(directory, 'src/test') ?? '');
  if (!tests.some((path) => /ApplicationTests?\.(?:java|kt)$/.test(path) && isWhole(snapshot.text(path) ?? '')))
    return [];
  // Of two files of one name, Java finds that of the tests alone.
  const files = ['test', 'main'].map((kind) => settingsIn(snapshot, directory, kind));
  const settings = files.find((found) => found !== null);
  const url = settings?.get('url');
  const server = addressedServer(url?.value ?? '');
  if (!settings || !url || !server) return [];
  const field = (name: string) => {
    const value = settings.get(name)?.value;
    return told(`SPRING_DATASOURCE_${name.toUpperCase()}`, value ?? null);
  };
  return [
    {
      service: server.service,
      parts: { user: field('username'), password: field('password') },
      url: { ...field('url'), scheme: server.scheme },
      isShown: true,
      at: url.at[0],
    },
  ];
}

/** Whether a test starts the application, with the data source that it has. */
function isWhole(test: string): boolean {
  return (
    /^\s{0,8}@SpringBootTest\b/m.test(test) &&
    !/@AutoConfigureTestDatabase\b|@ActiveProfiles\b|@TestPropertySource\b|spring\.datasource/.test(test)
  );
}

type Settings = ReadonlyMap<string, Word>;

/** `spring.datasource` of the application's own file; null where there is no such file. */
function settingsIn(snapshot: Snapshot, directory: string, kind: string): Settings | null {
  for (const ending of ['properties', 'yml', 'yaml']) {
    const file = joinPath(directory, `src/${kind}/resources/application.${ending}`) ?? '';
    if (snapshot.text(file) === null) continue;
    return ending === 'properties' ? ofProperties(snapshot, file) : ofYaml(snapshot, file);
  }
  return null;
}

const PROPERTY = /^\s{0,8}spring\.datasource\.(url|username|password)\s{0,8}[=:]\s{0,8}(.{0,500})$/;

function ofProperties(snapshot: Snapshot, file: string): Settings {
  return new Map(
    linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }): [string, Word][] => {
      const [, name, value = ''] = PROPERTY.exec(text) ?? [];
      return name === undefined ? [] : withDefaults(name, wordAt(value.trim(), file, number));
    }),
  );
}

function ofYaml(snapshot: Snapshot, file: string): Settings {
  const { value: manifest } = readYamlManifest(snapshot, file);
  const path = ['spring', 'datasource'];
  return new Map(
    manifest.keys(path).flatMap((name): [string, Word][] => {
      const value = manifest.scalar([...path, name]);
      return value === null ? [] : withDefaults(name, wordAt(value, file, manifest.lineOf([...path, name])));
    }),
  );
}

/** `${NAME:default}` with the default in its place; none where there is no default. */
function withDefaults(name: string, word: Word): [string, Word][] {
  const value = word.value.replace(/\$\{[\w.-]{1,100}:([^${}]{0,300})\}/g, '$1');
  return value.includes('${') ? [] : [[name, { ...word, value }]];
}
