import { firstOfEach, groupedBy } from '../../../domain/grouped.ts';
import { environmentFiles, readEnvFile } from '../../compose/env-file.ts';
import { isCarried } from '../../harvest/before/variables.ts';
import { oncePerFile } from '../../once.ts';
import { ancestors, joinPath } from '../../paths.ts';
import type { Word } from '../../word.ts';
import { addressedServer, isLocal } from '../address.ts';
import type { FrameworkQuery } from './framework.ts';
import { type ServerSettings, told } from './server-settings.ts';

/**
 * What `.env` files, in the unit's folder or above it, give as addresses of servers on this machine: of each server the first, where
 * files for tests go before those for work, and examples come last.
 */
export function dotenvSettings({ snapshot, draft }: FrameworkQuery): ServerSettings[] {
  const found = ancestors(draft.directory).flatMap((folder) => addressesIn(snapshot, folder));
  return firstOfEach(found, ({ service }) => service);
}

const addressesIn = oncePerFile((snapshot, folder): readonly ServerSettings[] => {
  const files = environmentFiles(snapshot, folder).toSorted((a, b) => rankOf(a) - rankOf(b));
  const found = files.flatMap((name) => {
    const words = [...readEnvFile(snapshot, joinPath(folder, name) ?? name)];
    const all = words.flatMap(([variable, word]) => settingsOf(variable, word, EXAMPLE.test(name)));
    const byService = groupedBy(all, ({ service }) => service);
    return [...byService.values()].flatMap(([first, ...further]) => (first ? [{ ...first, further }] : []));
  });
  return firstOfEach(found, ({ service }) => service);
});

const EXAMPLE = /example|sample|template|dist/;
const ORDER = [/test/, /ci\b/, /^\.env$/];

function rankOf(name: string): number {
  if (EXAMPLE.test(name)) return ORDER.length + 1;
  const rank = ORDER.findIndex((pattern) => pattern.test(name));
  return rank < 0 ? ORDER.length : rank;
}

function settingsOf(variable: string, { value, at }: Word, isExample: boolean): ServerSettings[] {
  const server = isLocal(value) ? addressedServer(value) : null;
  if (!server || !isCarried([variable, value])) return [];
  const url = { ...told(variable, value), scheme: server.scheme };
  return [{ service: server.service, parts: {}, url, isShown: true, isFile: true, isExample, at: at[0] }];
}
