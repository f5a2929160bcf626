import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, profiled, theService } from '../profiled.ts';

const IMAGE: MemoryFiles = { 'cart/Dockerfile': 'FROM alpine\nCOPY cart /\nCMD ["/cart"]\n', 'cart/cart': '' };

/** A workload with one container, whose lines are given as they stand in it. */
const workload = (container: string, name = 'cart') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels:\n    name: other\n  name: ${name}\nspec:\n  template:\n    spec:\n      initContainers:\n        - name: cart\n          ports: [{ containerPort: 1 }]\n      containers:\n${container.replace(/^/gm, '        ')}\n      volumes: []\n`;

const SERVER = '- name: server\n  image: ghcr.io/shop/cart:1.2\n  env:\n    - name: PORT\n      value: "1"\n';
const PORTS = '  ports:\n    - name: metrics\n      containerPort: 9102\n    - containerPort: 8080\n      name: http\n';

async function told(files: MemoryFiles) {
  const { ports, health } = await theService({ ...IMAGE, ...files });
  return { ports: ports.map(({ port }) => port), health: health?.value ?? null };
}

const manifest = (container: string, file = 'k8s/cart.yaml', name = 'cart') => ({ [file]: workload(container, name) });

describe('What the manifests of Kubernetes say of a service', () => {
  it('is what it listens on, with the line, where nothing beside the program says it', async () => {
    const { ports, health } = await theService({ ...IMAGE, ...manifest(SERVER + PORTS) });
    expect(ports.map(({ port }) => port)).toEqual([8080, 9102]);
    expect(linesOf(ports[0])).toEqual(['k8s/cart.yaml:22']);
    expect(health).toBeNull();
    const exposed = { 'cart/Dockerfile': 'FROM alpine\nEXPOSE 7000\n' };
    expect((await told({ ...manifest(SERVER + PORTS), ...exposed })).ports).toEqual([7000]);
  });

  it('is found by the folder above the program, where that holds no other', async () => {
    const image = (folder: string) => ({
      [`${folder}/Dockerfile`]: 'FROM alpine\nCOPY run /\n',
      [`${folder}/run`]: '',
    });
    const server = `- name: cart\n  image: shop/all-cart\n${PORTS}`;
    const found = await profiled({ ...image('cart/cart-main'), ...image('other/other-main'), ...manifest(server) });
    expect(found.services.map(({ name, ports }) => [name, ports.map(({ port }) => port)])).toEqual([
      ['cart-main', [8080, 9102]],
      ['other-main', []],
    ]);
    const two = await profiled({ ...image('cart/cart-main'), ...image('cart/cart-admin'), ...manifest(server) });
    expect(two.services.flatMap(({ ports }) => ports)).toEqual([]);
  });

  it.each<[string, string, string | null]>([
    [
      'whether it is ready',
      'livenessProbe: { httpGet: { path: /alive, port: http } }\nreadinessProbe:\n  httpGet:\n    port: http\n    path: "/ready?full=1"',
      '/ready',
    ],
    [
      'else whether it lives',
      'livenessProbe:\n  initialDelaySeconds: 3\n  httpGet:\n    path: /alive # for all\n    port: 8080',
      '/alive',
    ],
    ['at its root', 'readinessProbe: { httpGet: { path: /, port: 8080 } }', '/'],
    ['by gRPC', 'readinessProbe:\n  grpc:\n    port: 8080', 'grpc'],
    [
      'by the program for it',
      'readinessProbe:\n  exec:\n    command: ["/bin/grpc_health_probe", "-addr=:8080"]',
      'grpc',
    ],
    ['by curl', 'livenessProbe:\n  exec:\n    command:\n      - curl\n      - http://localhost:8080/up', '/up'],
    ['by its own program', 'livenessProbe:\n  exec:\n    command: [cartctl, check, http, "localhost:8080/x"]', null],
    ['by what is no route', 'readinessProbe:\n  httpGet:\n    path: "/a b;$(c)"\n    port: 8080', null],
    ['by a socket', 'readinessProbe:\n  tcpSocket:\n    port: 8080', null],
    [
      'by what only the cluster knows',
      'readinessProbe:\n  httpGet:\n    path: {{ .Values.path }}\n    port: 8080',
      null,
    ],
  ])('is how it is asked %s', async (_, probe, health) => {
    const container = SERVER + PORTS + probe.replace(/^/gm, '  ');
    expect(await told(manifest(container))).toEqual({ ports: [8080, 9102], health });
  });

  it.each([
    ['its container', manifest(`- name: cart\n  image: shop:1\n${PORTS}`, 'k8s/all.yaml', 'other')],
    ['its workload', manifest(`- image: other\n${PORTS}`)],
    ['its image', manifest(SERVER + PORTS, 'deploy/a.yml', 'a')],
    ['an image that ends with its name', manifest(`- image: shop-cart\n${PORTS}`, 'cart-deployment.yaml', 'a')],
    ['an image of ko', manifest(`- image: ko://example.com/shop/cmd/cart\n${PORTS}`, 'config/a.yaml', 'a')],
    ['its folder', manifest(`- image: a\n${PORTS}`, 'cart/k8s/a.yaml', 'a')],
    ['a second document', { 'k8s/a.yaml': `kind: Service\nmetadata: {}\n---\n${workload(SERVER + PORTS)}` }],
    [
      'items as far in as their list',
      {
        'k8s/a.yaml': workload(SERVER + PORTS).replace(/^ {8}(?=- name: server)[\s\S]*(?= {6}volumes)/m, (text) =>
          text.replace(/^ {2}/gm, ''),
        ),
      },
    ],
  ])('is found by %s', async (_, files) => {
    expect((await told(files)).ports).toEqual([8080, 9102]);
  });

  it('is first what is for those whom it serves', async () => {
    const ports = '  ports: \n    - name: admin\n      containerPort: 8081\n    - containerPort: 8080\n';
    expect((await told(manifest(SERVER + ports))).ports).toEqual([8080, 8081]);
  });

  it('is not what a manifest says of another one, where the root is the service', async () => {
    const root = { Dockerfile: 'FROM alpine\nCOPY cart /\nCMD ["/cart"]\n', cart: '' };
    const { ports } = await theService({ ...root, ...manifest(`- image: web\n${PORTS}`, 'k8s/web.yaml', 'web') });
    expect(ports).toEqual([]);
  });

  it('is what the nearest to the root of several say', async () => {
    const variant = workload(SERVER + PORTS.replace('8080', '9999'));
    const files = { 'extras/one/k8s/cart.yaml': variant, ...manifest(SERVER + PORTS) };
    expect((await told(files)).ports).toEqual([8080, 9102]);
  });

  it.each([
    ['another program', manifest(`- name: web\n  image: shop/web\n${PORTS}`, 'k8s/web.yaml', 'web')],
    ['a test', manifest(SERVER + PORTS, 'tests/k8s/cart.yaml')],
    ['an example', manifest(SERVER + PORTS, 'k8s/examples/cart.yaml')],
    ['no workload', { 'k8s/cart.yaml': 'containers:\n  - name: cart\n    ports:\n      - containerPort: 8080\n' }],
    ['a packet port alone', manifest(`${SERVER}  ports:\n    - containerPort: 53\n      protocol: UDP`)],
    ['a text', { 'k8s/cart.yaml': '\u0000'.repeat(10) }],
  ])('is nothing where it is of %s', async (_, files) => {
    expect((await told(files)).ports).toEqual([]);
  });
});

describe('What a kustomization patches into the containers of a manifest beside it', () => {
  const probes = (place = 0) =>
    ['startup', 'readiness', 'liveness']
      .map(
        (kind) =>
          `      - op: add\n        path: /spec/template/spec/containers/${place}/${kind}Probe\n        value:\n          httpGet:\n            path: /${kind}\n            port: 8080\n`,
      )
      .join('');
  const kustomization = (patch: string, target = 'kind: Deployment', kind = 'Kustomization') =>
    `kind: ${kind}\nresources:\n  - cart.yaml\npatches:\n  - patch: |-\n      - op: replace\n        path: /spec/replicas\n        value: 2\n${patch}    target:\n      ${target}\n`;
  const files = (text: string) => ({ ...manifest(SERVER + PORTS), 'k8s/kustomization.yaml': text });
  const healthOf = async (text: string) => (await told(files(text))).health;

  it('is what its probes ask, with the line there', async () => {
    const { health } = await theService({ ...IMAGE, ...files(kustomization(probes())) });
    expect([health?.value, linesOf(health)]).toEqual(['/readiness', ['k8s/kustomization.yaml:19']]);
  });

  it.each([
    ['name: cart', '/readiness'],
    ['name: "(web|ca.*)"', '/readiness'],
    ['name: "!web"', '/readiness'],
    ['name: "!cart"', null],
    ['name: web', null],
    ['kind: Service', null],
    ['labelSelector: app=web', null],
  ])('is for those that it is aimed at: %s', async (target, expected) => {
    expect(await healthOf(kustomization(probes(), target))).toBe(expected);
  });

  it('comes before another probe of the container where it is of whether that is ready', async () => {
    const own = (kind: string) => ({
      ...files(kustomization(probes().replace(/[\s\S]*?(?=.*\n.*livenessProbe)/, ''))),
      ...manifest(`${SERVER}${PORTS}  ${kind}Probe: { httpGet: { path: /own } }`),
    });
    expect((await told(own('readiness'))).health).toBe('/own');
    expect((await told({ ...own('readiness'), 'k8s/kustomization.yaml': kustomization(probes()) })).health).toBe(
      '/readiness',
    );
    expect((await told({ ...own('tcp'), ...manifest(SERVER + PORTS) })).health).toBe('/liveness');
  });

  it('is nothing of another container, of another file, or of a component that may be chosen', async () => {
    expect(await healthOf(kustomization(probes(1)))).toBeNull();
    expect(await healthOf(kustomization(probes()).replace('cart.yaml', 'web.yaml'))).toBeNull();
    expect(await healthOf(kustomization(probes(), 'kind: Deployment', 'Component'))).toBeNull();
  });
});

describe('What an application of Nais says of a service', () => {
  const application = (spec: string, version = 'nais.io/v1alpha1') =>
    `kind: Application\napiVersion: "${version}"\nmetadata:\n  name: cart\nspec:\n  image: "{{ image }}"\n  ingresses:\n{{#each hosts as |host|}}\n    - {{host}}\n{{/each}}\n${spec.replace(/^/gm, '  ')}`;
  const spec =
    'port: 8080\nliveness:\n  path: /well\n  initialDelay: 20\nreadiness:\n  path: internal/ready # for all\n';

  it.each(['.nais/dev.yaml', 'cart/.nais/app.yaml', 'nais.yaml', 'apps/nais/prod.yml', 'nais-prod.yaml'])(
    'is its port, and whether it is ready, else whether it lives: %s',
    async (file) => {
      expect(await told({ [file]: application(spec) })).toEqual({ ports: [8080], health: '/internal/ready' });
      const lives = application(spec.replace(/readiness[\s\S]*/, ''));
      expect(await told({ [file]: lives })).toEqual({ ports: [8080], health: '/well' });
    },
  );

  it('is nothing where it says no more than its image, or is an application of something else', async () => {
    expect(await told({ 'nais.yaml': application('replicas: { min: 1 }\n') })).toEqual({ ports: [], health: null });
    expect(await told({ 'nais.yaml': application(spec, 'argoproj.io/v1') })).toEqual({ ports: [], health: null });
    expect(await told({ '.github/nais.yaml': application(spec) })).toEqual({ ports: [], health: null });
  });
});

describe('What the templates of a chart say of a service', () => {
  const container = `- name: {{ .Chart.Name }}\n  {{- if .Values.securityContext }}\n  image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"\n  ports:\n    - name: http\n      containerPort: {{ .Values.service.port }}\n`;
  const chart = (probe: string, values: string): MemoryFiles => ({
    'helm/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'helm/values.yaml': `image:\n  repository: ghcr.io/shop/cart\nservice:\n  port: 8080\n${values}`,
    'helm/templates/deployment.yaml': workload(container + probe, '{{ include "shop.fullname" . }}'),
  });

  it('has the values of the chart', async () => {
    const probe = '  readinessProbe:\n    httpGet:\n      path: {{ .Values.probe.path | quote }}\n      port: http\n';
    expect(await told(chart(probe, 'probe:\n  path: /well\n'))).toEqual({ ports: [8080], health: '/well' });
    expect(await told(chart(probe, ''))).toEqual({ ports: [8080], health: null });
  });

  it('may be taken whole from them, with the line there', async () => {
    const probe = '  livenessProbe:\n    {{- toYaml .Values.livenessProbe | nindent 12 }}\n';
    const { health } = await theService({
      ...IMAGE,
      ...chart(probe, 'livenessProbe:\n  httpGet:\n    path: /well\n    port: http\n'),
    });
    expect([health?.value, linesOf(health)]).toEqual(['/well', ['helm/values.yaml:7']]);
    expect((await told(chart(probe, 'livenessProbe:\n  grpc: { port: 8080 }\n'))).health).toBe('grpc');
    expect((await told(chart(probe, 'livenessProbe: {}\n'))).health).toBeNull();
  });

  it.each([
    ['{{- with .Values.probe }}\n  livenessProbe:\n    {{- toYaml . | nindent 12 }}\n  {{- end }}\n', '/well'],
    [
      '{{- with .Values.all }}\n  {{- if .probe }}\n  livenessProbe:\n    {{- toYaml .probe | nindent 12 }}\n  {{- end }}\n  {{- end }}\n',
      '/all',
    ],
    [
      '{{- with .Values.all }}\n  livenessProbe:\n    {{- toYaml $.Values.probe | nindent 12 }}\n  {{- end }}\n',
      '/well',
    ],
    ['livenessProbe: {{- .Values.probe | toYaml | nindent 12 }}\n', '/well'],
    ['livenessProbe:\n    {{- omit .Values.probe "enabled" | toYaml | nindent 12 }}\n', '/well'],
    ['livenessProbe: {{- toYaml (omit .Values.all.probe "enabled") | nindent 12 }}\n', '/all'],
    [
      'livenessProbe: {{- include "common.tplvalues.render" (dict "value" (omit .Values.probe "enabled") "context" $) | nindent 12 }}\n',
      '/well',
    ],
    ['livenessProbe: {{- toYaml .Values.off | nindent 12 }}\n', null],
    ['livenessProbe: {{- include "shop.probe" .Values.probe | nindent 12 }}\n', null],
    ['{{- with .Values.all }}{{- end }}\n  livenessProbe:\n    {{- toYaml .probe | nindent 12 }}\n', null],
    ['{{- range .Values.all }}\n  livenessProbe:\n    {{- toYaml .probe | nindent 12 }}\n  {{- end }}\n', null],
  ])('may be taken from the values that a block is about: %j', async (probe, expected) => {
    const given =
      'probe:\n  httpGet: { path: /well }\nall:\n  probe:\n    httpGet: { path: /all }\noff:\n  enabled: false\n  httpGet: { path: /off }\n';
    expect((await told(chart(`  ${probe}`, given))).health).toBe(expected);
  });
});

it('Nobody is asked for manifests where nothing is built', async () => {
  expect((await profiled({ 'k8s/cart.yaml': workload(SERVER + PORTS), 'go.mod': 'module shop\n' })).services).toEqual(
    [],
  );
});

describe('Which service a container runs', () => {
  const probed = (name: string, image: string, path: string) =>
    `- name: ${name}\n  image: ${image}\n  readinessProbe:\n    httpGet: { path: ${path}, port: 80 }`;
  const image = (folder: string): MemoryFiles => ({ [`${folder}/Dockerfile`]: 'FROM alpine\nEXPOSE 80\n' });
  const healthOf = async (files: MemoryFiles) =>
    Object.fromEntries((await profiled(files)).services.map(({ name, health }) => [name, health?.value ?? null]));

  it('is told by its workload where it is alone there: one that stands beside it runs something else', async () => {
    const sidecar = probed('proxy', 'proxies/sql', '/sidecar');
    const files = { ...image('cart'), ...manifest(`${sidecar}\n${probed('main', '__IMAGE__', '/main')}`) };
    expect(await healthOf(files)).toEqual({ cart: null });
    expect(await healthOf({ ...image('cart'), ...manifest(probed('main', '__IMAGE__', '/main')) })).toEqual({
      cart: '/main',
    });
    const named = manifest(`${sidecar}\n${probed('cart', '__IMAGE__', '/main')}`);
    expect(await healthOf({ ...image('cart'), ...named })).toEqual({ cart: '/main' });
  });

  it('lets no check of the image count that asks its server for those who run it', async () => {
    const container = `${SERVER}  ports:\n    - containerPort: 80\n    - name: admin\n      containerPort: 2019\n`;
    const dockerfile = 'FROM alpine\nEXPOSE 80\nHEALTHCHECK CMD curl -f http://localhost:2019/metrics\n';
    expect(await healthOf({ 'cart/Dockerfile': dockerfile, ...manifest(container) })).toEqual({ cart: null });
  });

  it('is the one whose image it names, whatever its own name is', async () => {
    const files = { ...image('cart'), ...image('web'), ...manifest(probed('web', 'shop/cart', '/cart')) };
    expect(await healthOf(files)).toEqual({ cart: '/cart', web: null });
  });

  it('is the one of the longest name that its own ends with', async () => {
    const files = { ...image('gateway'), ...image('api-gateway') };
    const exact = manifest(probed('api-gateway', 'shop/api-gateway', '/api'), 'k8s/a.yaml', 'api-gateway');
    expect(await healthOf({ ...files, ...exact })).toEqual({ 'api-gateway': '/api', gateway: null });
    const longer = manifest(probed('main', 'shop-api-gateway', '/api'), 'k8s/a.yaml', 'main');
    expect(await healthOf({ ...files, ...longer })).toEqual({ 'api-gateway': '/api', gateway: null });
  });

  it('is that of its folder where nothing else is run from there', async () => {
    const files = (...images: string[]) => ({
      ...image('cart'),
      ...Object.assign(
        {},
        ...images.map((it) => manifest(probed('manager', it, `/${it}`), `cart/deploy/${it}.yaml`, it)),
      ),
    });
    expect(await healthOf(files('controller'))).toEqual({ cart: '/controller' });
    expect(await healthOf(files('redis', 'controller'))).toEqual({ cart: '/controller' });
    expect(await healthOf(files('redis'))).toEqual({ cart: null });
    expect(await healthOf(files('other', 'controller'))).toEqual({ cart: null });
  });

  it.each([
    ['{{ include "shop.cart.image" . }}', { cart: '/main', 'pay-worker': null }],
    ['{{ include "shop.payWorkerImage" $ }}', { cart: null, 'pay-worker': '/main' }],
    [
      '{{ include "common.images.image" (dict "imageRoot" .Values.worker.image "global" .Values.global) }}',
      { cart: null, 'pay-worker': '/main' },
    ],
    ['{{ include "shop.labels" . }}', { cart: null, 'pay-worker': null }],
  ])('is told by the template of the chart that writes the image: %s', async (written, expected) => {
    const chart: MemoryFiles = {
      'helm/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'helm/values.yaml': 'worker:\n  image:\n    repository: ghcr.io/shop/pay-worker\n',
      'helm/templates/deployment.yaml': workload(probed('main', written, '/main'), 'main'),
    };
    expect(await healthOf({ ...image('cart'), ...image('pay-worker'), ...chart })).toEqual(expected);
  });

  it("is not told by a name of another chart's, or of a part of the chart", async () => {
    const chart = (name: string): MemoryFiles => ({
      'helm/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
      'helm/templates/deployment.yaml': workload(
        probed('main', '__IMAGE__', '/main'),
        `{{ include "${name}.fullname" . }}`,
      ),
    });
    expect(await healthOf({ ...image('cart'), ...chart('cart') })).toEqual({ cart: '/main' });
    expect(await healthOf({ ...image('cart'), ...chart('cart-operator') })).toEqual({ cart: null });
  });
});
