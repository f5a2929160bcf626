# METADATA
# title: A job is handed every secret
# description: "A runner gets the secrets that a job's expressions name; where they name none, or all, it gets all of them, also those that are added later."
# custom:
#   level: error
#   message: "{expression} hands every secret of the repository to the runner."
#   help: "Name each secret that is needed, as in `secrets.TOKEN`."
#   aliases: [zizmor/overprovisioned-secrets]
package agent.rules.workflow.overprovisioned_secrets

report contains {"path": exposed.path, "params": {"expression": exposed.expression}, "level": levels[exposed.kind]} if {
	some exposed in input.exposedSecrets
}

levels := {"all": "error", "chosen": "warning"}
