import * as v from 'valibot'
import { askEngine, type Engine } from './engine.ts'
import { problems } from './problems.ts'

/** How things that the recorder makes on an engine are told from all others there. */
export interface OwnMark {
  /** Both must be right: images pass their label on to what others build from them. */
  readonly label: string
  readonly value: string
  /** What names begin with; empty on an engine that is ours altogether. */
  readonly prefix: string
}

const labelsSchema = v.nullish(v.record(v.string(), v.string()))
const containersSchema = v.array(v.object({ Id: v.string(), Names: v.nullish(v.array(v.string())) }))
const containerSchema = v.object({
  Config: v.object({ Labels: labelsSchema, Image: v.optional(v.string(), '') }),
})
const imagesSchema = v.array(v.object({ Id: v.string(), RepoTags: v.nullish(v.array(v.string())) }))
const imageSchema = v.object({ Config: v.nullish(v.object({ Labels: labelsSchema })) })

/** Whether a name is of ours; an image's may begin with the registry that runs for the recording. */
const isOurName = (name: string, { prefix }: OwnMark): boolean =>
  name.replace(/^127\.0\.0\.1:\d+\//, '').startsWith(prefix)

const filterFor = ({ label, value }: OwnMark): string =>
  `filters=${encodeURIComponent(JSON.stringify({ label: [`${label}=${value}`] }))}`

/** What comes with a step of an old-style build: a container without a name of ours, on an image that has only an id. */
async function isBuildStep(engine: Engine, id: string): Promise<boolean> {
  const container = v.safeParse(containerSchema, await askEngine(engine, `/containers/${id}/json`))
  return container.success && container.output.Config.Image.startsWith('sha256:')
}

async function removeContainers(engine: Engine, mark: OwnMark): Promise<string[]> {
  const left: string[] = []
  const containers = v.parse(containersSchema, await askEngine(engine, `/containers/json?all=1&${filterFor(mark)}`))
  for (const { Id, Names } of containers) {
    const names = (Names ?? []).map((name) => name.replace(/^\//, ''))
    const isOurs = names.some((name) => isOurName(name, mark)) || (await isBuildStep(engine, Id))
    if (!isOurs) continue
    const { status } = await engine.ask('DELETE', `/containers/${Id}?force=1&v=1`)
    if (status >= 400 && status !== 404) left.push(names[0] ?? Id)
  }
  return left
}

/** Removes images by our tags, then those of ours without a tag; true where there was something to remove. */
async function removeImages(engine: Engine, mark: OwnMark): Promise<boolean> {
  const images = v.parse(imagesSchema, await askEngine(engine, `/images/json?all=1&${filterFor(mark)}`))
  let hasRemoved = false
  for (const { Id, RepoTags } of images) {
    const tags = (RepoTags ?? []).filter((tag) => tag !== '<none>:<none>')
    const ours = tags.filter((tag) => isOurName(tag, mark))
    // Never forced: an image that something else is built on or runs from stays.
    const removable = tags.length === 0 ? [Id] : ours
    for (const one of removable) {
      const { status } = await engine.ask('DELETE', `/images/${one}`)
      hasRemoved ||= status < 400
    }
  }
  return hasRemoved
}

/**
 * Removes the containers and images that have our label and a name of ours, those of a run that was killed too. What
 * others tagged or built from our images stays. Rejects with a `LecternError` where a container cannot be removed.
 */
export async function removeOwnObjects(engine: Engine, mark: OwnMark): Promise<void> {
  const left = await removeContainers(engine, mark)
  if (left.length > 0) throw problems.stillLeft(left.join(', '))
  // An image without a tag goes only after those that are built on it.
  while (await removeImages(engine, mark));
}

/** Rejects with a `LecternError` where a name that a scenario will use belongs to somebody else. */
export async function refuseForeign(
  engine: Engine,
  { label, value }: OwnMark,
  names: { readonly containers: readonly string[]; readonly images: readonly string[] },
): Promise<void> {
  const check = async (kind: 'container' | 'image', name: string): Promise<void> => {
    const found = await askEngine(engine, `/${kind}s/${name}/json`)
    if (found === null) return
    const { Config } = v.parse(imageSchema, found)
    if (Config?.Labels?.[label] !== value) throw problems.nameTaken(kind, name)
  }
  for (const name of names.containers) await check('container', name)
  for (const name of names.images) await check('image', name)
}
