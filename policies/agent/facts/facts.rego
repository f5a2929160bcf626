# METADATA
# title: What several rules ask of a workflow
# description: Lists, not sets. To put a step into a set it is hashed to its last leaf, and a large file has thousands.
package agent.facts

steps := [step |
	some job in input.jobs
	some step in job.steps
]

uses := array.concat(
	[step.uses | some step in steps],
	[job.calls | some job in input.jobs],
)

permissions := array.concat([input.permissions], [job.permissions | some job in input.jobs])

# Where variables are set: in the workflow, in jobs and in steps.
environments := array.concat([{"path": [], "insecureCommands": input.insecureCommands}], places)

# Where a condition may stand: in jobs and in steps.
places := array.concat(input.jobs, steps)
