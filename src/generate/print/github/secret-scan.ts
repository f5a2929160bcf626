import { RELEASES } from '../../plan/usual/releases.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';

const GITLEAKS = `go run github.com/zricethezav/gitleaks/v8@${RELEASES.gitleaks}`;

/** Gitleaks, built by Go, whose database of checksums knows it: its own action asks organisations for a licence. */
export function secretScanStep(): YamlNode {
  return map([
    entry('name', scalar('Scan for secrets')),
    entry(
      'env',
      map([
        entry('EVENT', plain('${{ github.event_name }}')),
        entry('BASE', plain('${{ github.event.pull_request.base.sha }}')),
      ]),
    ),
    entry(
      'run',
      scalar(
        [
          'if [ "$EVENT" = pull_request ]; then',
          `  ${GITLEAKS} git --redact --no-banner --log-opts="$BASE..HEAD" .`,
          'else',
          `  ${GITLEAKS} dir --redact --no-banner .`,
          'fi',
        ].join('\n'),
      ),
    ),
  ]);
}
