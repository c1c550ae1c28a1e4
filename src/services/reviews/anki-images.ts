import { posix } from 'node:path'
import type { Question } from '../../contract/deck.ts'
import { questionWith } from '../../core/deck/every-html.ts'
import { serveCourseFile } from '../disk/static-files.ts'

const image = /<img\b[^>]*>/g
/** Anki plays what lies in its own folder, which a file for import does not fill: the name of the file is left. */
const media = /<(video|audio)\b[^>]*>(?:<\/\1>)?/g
const sourceOf = (tag: string): string | undefined => /\ssrc="([^"]*)"/.exec(tag)?.[1]

/** An image of a course as an address that holds it; null where it cannot be read. */
async function embedded(folder: string, source: string): Promise<string | null> {
  const path = posix.normalize(source.replaceAll('&#x26;', '&').replace(/[?#].*$/s, ''))
  const answer = await serveCourseFile(folder, path)
  if (answer.status !== 200) return null
  const bytes = Buffer.from(await answer.arrayBuffer())
  return `data:${answer.headers.get('content-type') ?? ''};base64,${bytes.toString('base64')}`
}

/**
 * A question whose images are in its texts themselves, so that one file brings them to Anki, which knows nothing of the folder.
 * Anki has one look: images for the dark are left out.
 */
export async function withEmbeddedImages(written: Question, folder: string): Promise<Question> {
  const named = (tag: string): string => `▶ ${sourceOf(tag)?.split('/').at(-1) ?? ''}`
  const question = questionWith(written, (html) => html.replaceAll(media, named))
  const sources = new Set<string>()
  questionWith(question, (html) => {
    for (const [tag] of html.matchAll(image)) sources.add(sourceOf(tag) ?? '')
    return html
  })
  sources.delete('')
  if (sources.size === 0) return question
  const addresses = new Map<string, string | null>()
  for (const source of sources) addresses.set(source, await embedded(folder, source))
  return questionWith(question, (html) =>
    html.replaceAll(image, (tag) => {
      if (tag.includes('data-look="dark"')) return ''
      const source = sourceOf(tag)
      const address = source === undefined ? undefined : addresses.get(source)
      return source && address ? tag.replace(`src="${source}"`, () => `src="${address}"`) : tag
    }),
  )
}
