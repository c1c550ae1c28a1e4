/** What may stand in braces behind an image: `![A disk](disk.png){width=40%}`. */
import type { Image, ImageReference, Nodes, Root } from 'mdast'
import { eachNode } from './each-node.ts'
import { nodeStart } from './node-start.ts'
import type { Site } from './site.ts'

const braces = /^\{((?:[^{}"\n]|"[^"\n]*"){0,1000})\}/u
const setting = /[^\s="]+(?:=(?:"[^"]*"|[^\s"]*))?/gu

/** Takes the settings behind images out of the text and gives them to the images; what is none is told, and stays out. */
export function setImages(root: Root, site: Site): void {
  eachNode<Nodes>(root, (node, index, parent) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return true
    const next = parent.children[index + 1]
    const found = next?.type === 'text' ? braces.exec(next.value) : null
    if (next?.type !== 'text' || found === null) return true
    next.value = next.value.slice(found[0].length)
    const settings = (found[1] ?? '').match(setting) ?? []
    let dark: string | undefined
    for (const written of settings) {
      const [name = '', value = ''] = written.split(/=(.*)/su).map((part) => part.replaceAll('"', ''))
      if (name === 'dark' && value !== '') dark = value
      else if (!set(node, name, value)) site.report.add(site.at(nodeStart(node)), 'unknown-image-setting', written)
    }
    // Behind all settings: the other image has them too.
    if (dark !== undefined) parent.children.splice(index + 1, 0, darkOf(node, dark))
    return true
  })
}

const give = (image: Image | ImageReference, properties: Record<string, string>): void => {
  image.data = { ...image.data, hProperties: { ...image.data?.hProperties, ...properties } }
}

/** Gives an image one setting; false where there is no such one. */
function set(image: Image | ImageReference, name: string, value: string): boolean {
  if (name === 'fill' && value === '') give(image, { dataFill: '' })
  else if (name === 'width' && /^[1-9]\d{0,3}(?:\.\d+)?(?:%|px)?$/u.test(value))
    give(image, { width: value.replace('px', '') })
  else return false
  return true
}

/** What is shown in place of an image where the slide is dark. */
function darkOf(image: Image | ImageReference, path: string): Image {
  const hProperties = { ...image.data?.hProperties, dataLook: 'dark' }
  give(image, { dataLook: 'light' })
  return {
    type: 'image',
    url: encodeURI(decodedOnce(path)),
    alt: image.alt ?? null,
    title: image.type === 'image' ? (image.title ?? null) : null,
    data: { hProperties },
    ...(image.position ? { position: image.position } : {}),
  }
}

/** A path that may have been written as an address. */
function decodedOnce(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
