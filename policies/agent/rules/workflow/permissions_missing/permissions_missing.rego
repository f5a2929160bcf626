# METADATA
# title: A workflow names no permissions
# description: Without the key the token has whatever the repository or the organisation gives by default, often the right to write.
# custom:
#   level: error
#   message: "The workflow has no permissions, so its token has whatever the repository gives by default."
#   help: "Write `permissions: {}` at the top, and at each job the least that it needs."
#   aliases: [zizmor/excessive-permissions, scorecard/Token-Permissions, checkov/CKV2_GHA_1]
package agent.rules.workflow.permissions_missing

report contains {"path": ["jobs"], "params": {}} if {
	not input.triggers.calledOnly
	input.permissions.kind == "absent"
	some job in input.jobs
	job.permissions.kind == "absent"
}
