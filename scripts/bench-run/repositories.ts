/** The repositories of the target; every other one can be named. */
export const REPOSITORIES: readonly string[] = [
  'stefanprodan/podinfo',
  'GoogleCloudPlatform/microservices-demo',
  'LukeMathWalker/zero-to-production',
  'fastapi/full-stack-fastapi-template',
  'spring-petclinic/spring-petclinic-microservices',
  'dockersamples/example-voting-app',
  'Azure-Samples/aks-store-demo',
  'ThreeDotsLabs/wild-workouts-go-ddd-example',
  'instana/robot-shop',
  'linkerd/linkerd2',
  't3-oss/create-t3-turbo',
  'spring-projects/spring-petclinic',
  'nsidnev/fastapi-realworld-example-app',
  'docker/getting-started-app',
  'pdm-project/pdm',
];
