# METADATA
# title: The password of a registry stands in the file
# description: Whoever can read the repository, or ever could, has the password for as long as it is valid.
# custom:
#   level: error
#   message: "A password of a registry stands in the file."
#   help: "Revoke it, keep the new one as a secret, and read it with an expression such as `secrets.REGISTRY_PASSWORD`."
#   aliases: [zizmor/hardcoded-container-credentials]
package agent.rules.workflow.hardcoded_container_credentials

report contains {"path": path, "params": {}} if {
	some job in input.jobs
	some path in job.writtenPasswords
}
