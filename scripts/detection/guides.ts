import { guide as cpp } from '../../src/profile/ecosystems/cpp/guide.ts';
import { guide as deno } from '../../src/profile/ecosystems/deno/guide.ts';
import { guide as dotnet } from '../../src/profile/ecosystems/dotnet/guide.ts';
import { guide as elixir } from '../../src/profile/ecosystems/elixir/guide.ts';
import { guide as go } from '../../src/profile/ecosystems/go/guide.ts';
import { guide as helm } from '../../src/profile/ecosystems/helm/guide.ts';
import { guide as java } from '../../src/profile/ecosystems/java/guide.ts';
import { guide as kustomize } from '../../src/profile/ecosystems/kustomize/guide.ts';
import { guide as node } from '../../src/profile/ecosystems/node/guide.ts';
import { guide as php } from '../../src/profile/ecosystems/php/guide.ts';
import { guide as protobuf } from '../../src/profile/ecosystems/protobuf/guide.ts';
import { guide as python } from '../../src/profile/ecosystems/python/guide.ts';
import { guide as ruby } from '../../src/profile/ecosystems/ruby/guide.ts';
import { guide as rust } from '../../src/profile/ecosystems/rust/guide.ts';
import { guide as scala } from '../../src/profile/ecosystems/scala/guide.ts';
import { guide as shell } from '../../src/profile/ecosystems/shell/guide.ts';
import { guide as swift } from '../../src/profile/ecosystems/swift/guide.ts';
import { guide as terraform } from '../../src/profile/ecosystems/terraform/guide.ts';
import type { ListedName } from '../../src/profile/ecosystems.ts';
import type { Guide } from '../../src/profile/guide.ts';

/** Each ecosystem of the list; one without a guide does not compile. */
export const GUIDES: Readonly<Record<ListedName, Guide>> = {
  cpp,
  deno,
  dotnet,
  elixir,
  go,
  helm,
  java,
  kustomize,
  node,
  php,
  protobuf,
  python,
  ruby,
  rust,
  scala,
  shell,
  swift,
  terraform,
};
