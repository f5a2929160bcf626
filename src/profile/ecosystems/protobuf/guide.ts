import type { Guide } from '../../guide.ts';
import { BUF_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Protocol Buffers',
  unit: 'A workspace of Buf, and each module outside of any.',
  managers: { buf: ['buf.lock'] },
  choice: [],
  versions: [{ tool: 'buf', sources: BUF_VERSIONS }],
  commands: {
    install: 'nothing',
    lint: '`buf lint` where it is configured or called; `buf format --diff --exit-code` where the repository checks the format',
    test: 'nothing',
    build: '`buf build`',
  },
};
