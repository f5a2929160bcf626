import { describe, expect, it } from 'vitest';
import { dockerCall } from '../../../src/profile/docker/call.ts';

describe('A call of docker build', () => {
  it.each([
    ['docker build .', { dockerfile: null, context: '.' }],
    ['\tdocker build -t shop:$(TAG) ./src/cart', { dockerfile: null, context: './src/cart' }],
    [
      'run: docker buildx build --push --platform=linux/amd64 -f a/Dockerfile . && echo done',
      { dockerfile: 'a/Dockerfile', context: '.' },
    ],
    [
      'docker image build "./internal" --file "./docker/Dockerfile" --no-cache; ls',
      { dockerfile: './docker/Dockerfile', context: './internal' },
    ],
    [
      'docker build --file a/Dockerfile --tag ${{ env.HOST }}/${{ inputs.name || env.NAME }}:1 ./a && ls',
      { dockerfile: 'a/Dockerfile', context: './a', tags: [] },
    ],
    ['DOCKER_BUILDKIT=1 docker build --target prod --progress plain web', { context: 'web', target: 'prod' }],
  ])('%j is read', (line, expected) => {
    expect(dockerCall(line)).toMatchObject(expected);
  });

  it('has the arguments whose value is written', () => {
    const line =
      'docker build . --build-arg SERVICE=cart --build-arg "GREETING=a b" --build-arg=V=1 --build-arg X=$Y --build-arg Z';
    expect([...(dockerCall(line)?.args ?? [])]).toEqual([
      ['SERVICE', 'cart'],
      ['GREETING', 'a b'],
      ['V', '1'],
    ]);
  });

  it.each([
    'docker run build .',
    'docker build',
    'docker build -t a - < Dockerfile',
    'docker build "$DIR"',
    'docker build . -f $FILE',
    'docker build ${{ matrix.folder }}',
    'docker build https://github.com/a/b.git',
    'docker build a b',
    'dockerize build .',
  ])('%j tells nothing', (line) => {
    expect(dockerCall(line)).toBeNull();
  });
});
