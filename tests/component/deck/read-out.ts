import { cdp } from 'vitest/browser'

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string }
  readonly childFrames?: readonly FrameTree[]
}
interface Spoken {
  readonly nodeId: string
  readonly childIds?: readonly string[]
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly ignored: boolean
}
interface Session {
  send(method: 'Page.getFrameTree'): Promise<{ frameTree: FrameTree }>
  send(method: 'Accessibility.getFullAXTree', asked: { frameId: string }): Promise<{ nodes: readonly Spoken[] }>
}

const framesOf = ({ frame, childFrames = [] }: FrameTree): FrameTree['frame'][] => [
  frame,
  ...childFrames.flatMap(framesOf),
]

/** Every piece of text of the page as a screen reader meets it: with what style sheets write, such as numbers of lists. */
export async function readOut(): Promise<string[]> {
  const session = cdp() as unknown as Session
  const { frameTree } = await session.send('Page.getFrameTree')
  const own = framesOf(frameTree).find(({ url }) => url === location.href.split('#')[0])
  if (!own) throw new Error('this page is none of the browser’s')
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: own.id })
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = ({ role, name, ignored, childIds = [] }: Spoken): string[] =>
    !ignored && role?.value === 'StaticText' && name?.value
      ? [name.value]
      : childIds.flatMap((id) => read(byId.get(id) ?? nothing))
  return read(nodes[0] ?? nothing)
}
const nothing: Spoken = { nodeId: '', ignored: true }
