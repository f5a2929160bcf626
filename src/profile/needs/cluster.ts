import { CLUSTER, type Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';

/** A cluster, where a test installs what it is about: `ct install`. */
export function clusterNeed({ commands }: UnitDraft): Need[] {
  const test = commands.test.find(({ run }) => /^ct install\b/.test(run));
  return test ? [{ service: CLUSTER, version: null, environment: {}, because: test.because }] : [];
}
