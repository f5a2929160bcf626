import { CLUSTER, type Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';

/** A cluster, where a test installs what it is about: `ct install`. Where it is made is cited last there, and first here. */
export function clusterNeed({ commands }: UnitDraft): Need[] {
  const test = commands.test.find(({ run }) => /^ct install\b/.test(run));
  return test ? [{ service: CLUSTER, version: null, environment: {}, because: test.because.toReversed() }] : [];
}
