var n=/jib-maven-plugin|quarkus-container-image-|<artifactId>docker-maven-plugin<|spring-boot-maven-plugin/;export{n as a};
