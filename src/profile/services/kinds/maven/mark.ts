/** What makes images in builds of Maven. */
export const MAVEN_MARK =
  /jib-maven-plugin|quarkus-container-image-|<artifactId>docker-maven-plugin<|spring-boot-maven-plugin/;
