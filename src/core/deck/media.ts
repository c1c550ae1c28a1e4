/** Video and audio of a course's folder, which Markdown writes as images. */
import type { Element, Nodes, Properties, Root } from 'hast'
import { eachNode } from './each-node.ts'
import { imagePath } from './targets.ts'

const kinds: Readonly<Record<string, 'video' | 'audio'>> = {
  mp4: 'video',
  webm: 'video',
  mp3: 'audio',
  ogg: 'audio',
  wav: 'audio',
  m4a: 'audio',
}

/** What a file is played as, by its ending; null where it is not played. */
export function mediaKind(path: string): 'video' | 'audio' | null {
  const [, ending = ''] = /\.(\w+)$/.exec(path.toLowerCase()) ?? []
  return kinds[ending] ?? null
}

/** What people write of how it is to be played; here it plays when it is pressed, and can always be stopped. */
const ways = ['autoPlay', 'controls', 'controlsList', 'loop', 'muted', 'playsInline', 'preload', 'crossOrigin']

/** The address that a video or audio names, by itself or by the first of its sources. */
function sourceOf({ properties, children }: Element): Properties[string] {
  const source = children.find((child): child is Element => child.type === 'element' && child.tagName === 'source')
  return properties['src'] ?? source?.properties['src']
}

/** Makes of images of such files, and of `<video>` and `<audio>`, what plays one file. */
export function readMedia(tree: Root): void {
  eachNode<Nodes>(tree, (node) => {
    if (node.type !== 'element') return true
    const { tagName, properties } = node
    const isMedia = tagName === 'video' || tagName === 'audio'
    if (tagName !== 'img' && !isMedia) return true
    const src = isMedia ? sourceOf(node) : properties['src']
    const kind = typeof src === 'string' ? mediaKind(imagePath(src)) : null
    if (isMedia) {
      node.properties = Object.fromEntries(Object.entries(properties).filter(([name]) => !ways.includes(name)))
      node.children = []
    } else if (kind === null) return true
    else {
      node.tagName = kind
      const { alt } = properties
      if (typeof alt === 'string' && alt !== '') properties['ariaLabel'] ??= alt
      delete properties['alt']
    }
    node.properties['dataMedia'] = ''
    if (typeof src === 'string') node.properties['src'] = src
    return false
  })
}
