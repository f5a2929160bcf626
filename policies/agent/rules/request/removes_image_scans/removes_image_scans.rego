# METADATA
# title: A request takes the scan of an image away
# description: What stands in an image and is known to be broken is found by a scan, or by somebody else.
# custom:
#   level: warning
#   message: "The request takes the scan of the images of {target} away."
#   help: "Leave the field out, or let a person decide that nothing of them needs to be scanned."
#   aliases: []
package agent.rules.request.removes_image_scans

report contains {"path": ["intents", index], "params": {"target": intent.target}} if {
	some index, intent in input.intents
	intent.scan == false
}
