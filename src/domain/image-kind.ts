/** What makes a service's image. */
export type ImageKind =
  | 'dockerfile'
  | 'jib'
  | 'ko'
  | 'dotnet-sdk'
  | 'sbt-native-packager'
  | 'spring-boot-build-image'
  | 'maven-plugin'
  | 'bake'
  | 'other';
