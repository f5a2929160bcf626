import { CLUSTER, type Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';

/** A cluster, where a test installs what it is about: `ct install`, after what makes the cluster. */
export function clusterNeed({ commands }: UnitDraft): Need[] {
  const made = commands.test.find(({ run }) => /^kind create cluster\b/.test(run));
  const test = commands.test.find(({ run }) => /^ct install\b/.test(run));
  if (!test) return [];
  return [{ service: CLUSTER, version: null, environment: {}, because: [...(made?.because ?? []), ...test.because] }];
}
