# METADATA
# title: A release is built from a cache
# description: A cache can be filled by another run, so that what is published is not what the commit says. A cache that files of the repository turn on is a warning.
# custom:
#   level: error
#   message: "A release job restores a cache that another run may have filled."
#   help: "Turn the cache off in workflows that publish."
#   aliases: [zizmor/cache-poisoning]
package agent.rules.workflow.cache_in_release

import data.agent.facts

levels := {true: "error", false: "warning"}

report contains {"path": step.cache.path, "params": {}, "level": levels[step.cache.isSure]} if {
	input.triggers.releaseOnly
	some step in facts.steps
	"release" in step.cache.in
}

report contains {"path": step.cache.path, "params": {}, "level": levels[step.cache.isSure]} if {
	some job in input.jobs
	publishing := {situation |
		some other in job.steps
		some situation in other.publishes
	}
	some step in job.steps
	some situation in step.cache.in
	situation in publishing
}

# On for releases and for nothing else: whatever the workflow is for otherwise, this part of it makes them.
report contains {"path": step.cache.path, "params": {}, "level": levels[step.cache.isSure]} if {
	some step in facts.steps
	step.cache.in == ["release"]
}
