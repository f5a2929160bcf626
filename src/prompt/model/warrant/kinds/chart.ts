import type { IntentOf } from '../../../../domain/request.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';

/** Each setting was said. */
export function chartObjections(intent: IntentOf<'chart'>, own: Passage): Objection[] {
  const { host, cpu, memory, replicas, autoscale, mesh } = intent;
  const texts = [host, cpu, memory].filter((value) => value !== undefined);
  const counts = [replicas, autoscale?.min, autoscale?.max, autoscale?.cpuPercent].filter((it) => it !== undefined);
  const areSaid =
    texts.every((value) => own.names(value) || isAmountSaid(value, own)) &&
    counts.every((value) => own.numbers.includes(String(value)));
  const at = host === undefined ? 'replicas' : 'host';
  return [
    ...unaskedUnless(own.speaksOf('chart'), 'kind', intent),
    ...unsaidUnless(mesh === undefined || own.nearlyNames(mesh), 'mesh', intent, whichOne('mesh', mesh)),
    ...unsaidUnless(areSaid, at, intent, 'Which values are meant? They were not said.'),
  ];
}

/** `500m` is said by `half a core`. */
function isAmountSaid(value: string, own: Passage): boolean {
  return own.numbers.includes(value.replace(/[a-z]+$/i, '')) || (value === '500m' && own.names('half'));
}
