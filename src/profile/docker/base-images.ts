import { imageName } from './image-name.ts';

/** What an image brings with it, as its own Dockerfile or documentation states. */
export interface BaseFacts {
  /** The account that it ends with. */
  readonly user: string | null;
  /** What it EXPOSEs. */
  readonly port: number | null;
}

interface Base {
  /** Of the repository, as imageName gives it. */
  readonly repository: RegExp;
  /** Of the tag; any where it is absent. */
  readonly tag?: RegExp;
  readonly user: string | null;
  readonly port?: number;
}

/** The first that fits. Only whole names: what others have built upon an image may end with another account. */
export const BASES: readonly Base[] = [
  { repository: /^scratch$/, user: 'root' },
  { repository: /^gcr\.io\/distroless\//, tag: /nonroot/, user: 'nonroot' },
  { repository: /^gcr\.io\/distroless\//, user: 'root' },
  { repository: /^cgr\.dev\/chainguard\/nginx$/, user: '65532', port: 8080 },
  {
    repository: /^cgr\.dev\/chainguard\/(static|glibc-dynamic|node|python|jre|jdk|ruby|php|bash|busybox)$/,
    user: '65532',
  },
  { repository: /^cgr\.dev\/chainguard\/(wolfi-base|go|rust|gcc-glibc)$/, user: 'root' },
  { repository: /^mcr\.microsoft\.com\/dotnet\/aspnet$/, tag: /chiseled|distroless/, user: 'app', port: 8080 },
  { repository: /^mcr\.microsoft\.com\/dotnet\/(runtime|runtime-deps)$/, tag: /chiseled|distroless/, user: 'app' },
  { repository: /^mcr\.microsoft\.com\/dotnet\/aspnet$/, tag: /^([89]|[1-9]\d)\./, user: 'root', port: 8080 },
  { repository: /^mcr\.microsoft\.com\/dotnet\/aspnet$/, user: 'root', port: 80 },
  {
    repository: /^mcr\.microsoft\.com\/(dotnet\/|playwright|devcontainers\/|cbl-mariner|azurelinux\/base\/)/,
    user: 'root',
  },
  { repository: /^registry\.access\.redhat\.com\/ubi\d+\/openjdk-\d+/, user: '185' },
  {
    repository: /^registry\.access\.redhat\.com\/ubi\d+\/(nodejs|python|go-toolset|php|ruby|nginx|httpd)-/,
    user: '1001',
  },
  { repository: /^(registry\.access\.redhat\.com\/)?ubi\d+(\/ubi(-minimal|-micro)?)?(-minimal)?$/, user: 'root' },
  { repository: /^(nginxinc|nginx)\/nginx-unprivileged$/, user: '101', port: 8080 },
  { repository: /^bitnami(legacy)?\//, user: '1001' },
  { repository: /^nginx$/, user: 'root', port: 80 },
  { repository: /^httpd$/, user: 'root', port: 80 },
  { repository: /^caddy$/, user: 'root', port: 80 },
  { repository: /^(openresty\/openresty|openresty)$/, user: 'root', port: 80 },
  { repository: /^traefik$/, user: 'root', port: 80 },
  { repository: /^haproxy$/, user: 'haproxy' },
  { repository: /^envoyproxy\/envoy$/, user: 'root', port: 10000 },
  { repository: /^php$/, tag: /apache/, user: 'root', port: 80 },
  { repository: /^php$/, tag: /fpm/, user: 'root', port: 9000 },
  { repository: /^tomcat$/, user: 'root', port: 8080 },
  { repository: /^tomee$/, user: 'root', port: 8080 },
  { repository: /^jetty$/, user: 'jetty', port: 8080 },
  { repository: /^locustio\/locust$/, user: 'locust' },
  { repository: /^grafana\/k6$/, user: 'k6' },
  { repository: /^(wordpress|drupal|nextcloud)$/, tag: /^(?!.*fpm)/, user: 'root', port: 80 },
  {
    repository:
      /^(alpine|debian|ubuntu|busybox|fedora|centos|rockylinux|almalinux|amazonlinux|oraclelinux|archlinux|photon|buildpack-deps)$/,
    user: 'root',
  },
  {
    repository:
      /^(node|python|golang|rust|ruby|php|perl|swift|gcc|julia|haskell|elixir|erlang|clojure|pypy|r-base|dart|crystallang\/crystal)$/,
    user: 'root',
  },
  {
    repository:
      /^(eclipse-temurin|openjdk|java|amazoncorretto|ibm-semeru-runtimes|sapmachine|azul\/zulu-openjdk(-\w+)?|bellsoft\/liberica-\S+|adoptopenjdk(\/openjdk\d+)?|maven|gradle|sbtscala\/scala-sbt)$/,
    user: 'root',
  },
  { repository: /^(oven\/bun|denoland\/deno|composer|dunglas\/frankenphp|lukemathwalker\/cargo-chef)$/, user: 'root' },
  { repository: /^(postgres|mysql|mariadb|mongo|redis|rabbitmq)$/, user: 'root' },
  { repository: /^hexpm\/(elixir|erlang)(-\w+)?$/, user: 'root' },
  { repository: /^ghcr\.io\/astral-sh\/uv$/, user: 'root' },
  { repository: /^(nvidia\/cuda|tensorflow\/tensorflow|pytorch\/pytorch|tiangolo\/\S+)$/, user: 'root' },
];

/** What is known of an image; nothing of one that is not in the table, or whose name holds an unknown variable. */
export function baseFacts(image: string): BaseFacts {
  const { repository, tag } = imageName(image);
  const base = BASES.find((it) => it.repository.test(repository) && (it.tag?.test(tag ?? '') ?? true));
  return base ? { user: base.user, port: base.port ?? null } : { user: null, port: null };
}
