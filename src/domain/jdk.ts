/** The releases of Java with long-term support, oldest first. (oracle.com, "Java SE Support Roadmap") */
export const JAVA_LTS: readonly number[] = [8, 11, 17, 21, 25];

/** Whether Eclipse builds a release of Java: of those between 8 and 16 only 11. (adoptium.net, "Release Archive") */
export function isOfTemurin(major: number): boolean {
  return major === 8 || major === 11 || major >= 16;
}
