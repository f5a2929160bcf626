import type { DocumentPath } from '../../../domain/finding.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import type { Line } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import { chartOf } from './files.ts';
import { dotsIn, placeOf } from './scopes.ts';

/** Gives what a template of Helm writes by an expression alone; null where that is not known. */
export type Filled = (written: string) => string | null;

const EXPRESSION = /\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}/g;

/** The texts of a template with the chart's own values in them: `{{ .Values.image.repository }}`. */
export function filledIn(snapshot: Snapshot, file: string): Filled {
  const folder = chartOf(snapshot, file);
  return (written) => {
    let isKnown = true;
    const text = written.replace(EXPRESSION, (_, expression: string) => {
      const value = folder === null ? null : expressed(snapshot, folder, expression);
      if (value === null) isKnown = false;
      return value ?? '';
    });
    return isKnown ? text : null;
  };
}

function expressed(snapshot: Snapshot, folder: string, expression: string): string | null {
  const path = valuesPath(expression);
  if (path !== null) return values(snapshot, folder).scalar(path);
  const chart = readYamlManifest(snapshot, joinPath(folder, 'Chart.yaml') ?? 'Chart.yaml').value.text(['name']);
  const [, named] = NAME.exec(expression) ?? [];
  return expression === '.Chart.Name' || (named !== undefined && named === chart) ? chart : null;
}

/** The templates for names that every new chart has; those of its parts are called otherwise. (helm, "pkg/chart/v2/util/create.go") */
const NAME = /^(?:include|template) "([\w.-]{1,60})\.(?:full)?name" [.$]$/;

function valuesPath(expression: string): DocumentPath | null {
  const [, path] = /^(?:int |toYaml )?\$?\.Values\.([\w.]{1,200})(?: \|.{0,100})?$/.exec(expression) ?? [];
  return path === undefined ? null : path.split('.');
}

const INCLUDED = /^\{\{-?\s{0,8}(?:include|template)\s{1,8}"([\w.-]{1,80})"([^{}]{0,300})\}\}$/;

/**
 * The image that a template of the chart's own writes: the repository among the values that it is handed, else what it is called for;
 * empty where neither tells. `shop.worker.image` is for `worker`.
 */
export function includedImage(snapshot: Snapshot, file: string, written: string): string {
  const [, name = '', handed = ''] = INCLUDED.exec(written) ?? [];
  const folder = chartOf(snapshot, file);
  const [, path] = /\.Values\.([\w.]{1,200})/.exec(handed) ?? [];
  const repository =
    folder === null || path === undefined ? null : values(snapshot, folder).scalar([...path.split('.'), 'repository']);
  const [, called = ''] = /(?:^|\.)([\w-]{1,60}?)[.-]?[iI]mage$/.exec(name) ?? [];
  return repository ?? called.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function values(snapshot: Snapshot, folder: string) {
  return readYamlManifest(snapshot, joinPath(folder, 'values.yaml') ?? 'values.yaml').value;
}

/** What writes a part of the values as YAML: Helm's own function, and the template of Bitnami's library. */
const WRITES = /\btoYaml\b|\btplvalues\.render\b/;

/**
 * The probe that a template takes whole from its values on a line: `{{- toYaml .Values.livenessProbe | nindent 12 }}`, also without its
 * switch, or of what stands around it; null where it takes none.
 */
export function givenProbe(snapshot: Snapshot, file: string, { text, number }: Line): Word | null {
  const folder = chartOf(snapshot, file);
  const [, expression = ''] = /\{\{-?([^{}]{1,300})\}\}/.exec(text) ?? [];
  const place = WRITES.test(expression) ? /(?:^|[\s(])(\$?\.[\w.]{0,200})(?=[\s)]|$)/.exec(expression)?.[1] : undefined;
  const path = place === undefined ? null : placeOf(place, dotsIn(snapshot, file)[number - 1] ?? null);
  if (folder === null || path === null) return null;
  const given = values(snapshot, folder);
  if (given.at([...path, 'enabled']) === false) return null;
  const route = given.text([...path, 'httpGet', 'path']);
  if (route !== null) return wordAt(route, given.file, given.lineOf([...path, 'httpGet', 'path']));
  return given.at([...path, 'grpc']) === undefined ? null : wordAt('grpc', given.file, given.lineOf([...path, 'grpc']));
}
