import { asText } from '../../../workflow/facts/values.ts';
import type { Check } from './check.ts';
import { stepsOf } from './steps.ts';

/** Ids of steps that differ by case alone: GitHub compares them without regard to it. Those that are the same are found by its schema. */
export const stepIds: Check = ({ jobs }) =>
  jobs.flatMap((job) => {
    const first = new Map<string, string>();
    return stepsOf(job).flatMap(({ step, path }) => {
      const id = asText(step.id);
      if (id === null) return [];
      const other = first.get(id.toLowerCase()) ?? id;
      first.set(id.toLowerCase(), other);
      return other === id ? [] : [{ rule: 'repeated-step-id' as const, path: [...path, 'id'], params: { id, other } }];
    });
  });
