/**
 * `node tools/steps-done.mjs ID…`: ends red unless each of these steps of a workflow's job succeeded. A step that was
 * skipped counts as little as one that failed. `STEPS` is what GitHub knows of the job's steps, as JSON.
 */
const steps = JSON.parse(process.env.STEPS ?? '{}')
const asked = process.argv.slice(2)
const undone = asked.filter((id) => steps[id]?.outcome !== 'success')
for (const id of undone) console.error(`the step ${id}: ${steps[id]?.outcome ?? 'never came up'}`)
process.exitCode = undone.length > 0 || asked.length === 0 ? 1 : 0
