import { readFile } from 'node:fs/promises'
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Bookmark {
  readonly title: string
  readonly page: number
  readonly items: readonly Bookmark[]
}

/** What a reader finds in a PDF file, read back from the file itself. Pages count from 1. */
export interface ReadPdf {
  readonly pages: number
  readonly sizes: ReadonlySet<string>
  readonly title: string
  readonly language: string
  readonly isTagged: boolean
  readonly texts: readonly string[]
  readonly bookmarks: readonly Bookmark[]
  /** Headings that a screen reader meets, page by page. */
  readonly headings: readonly (readonly string[])[]
  readonly links: readonly { readonly page: number; readonly url: string | null; readonly toPage: number | null }[]
  readonly fonts: ReadonlySet<string>
  readonly images: number
}

interface Node {
  readonly role?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number> {
  const target = typeof destination === 'string' ? await pdf.getDestination(destination) : (destination as unknown[])
  return (await pdf.getPageIndex(target?.[0] as never)) + 1
}

async function bookmarksOf(
  pdf: PDFDocumentProxy,
  items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>> | null,
): Promise<Bookmark[]> {
  return Promise.all(
    (items ?? []).map(async ({ title, dest, items: inner }) => ({
      title,
      page: await pageOf(pdf, dest),
      items: await bookmarksOf(pdf, inner as never),
    })),
  )
}

/** Ids of the marked content below the headings of a structure tree, one list a heading. */
function headingIds(node: Node): string[][] {
  if (/^H\d?$/.test(node.role ?? '')) return [idsIn(node)]
  return (node.children ?? []).flatMap(headingIds)
}
const idsIn = (node: Node): string[] => [
  ...(node.id === undefined ? [] : [node.id]),
  ...(node.children ?? []).flatMap(idsIn),
]

const pictureOps = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])

export async function readPdf(file: string): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, fontExtraProperties: true })
    .promise
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title?: string; Language?: string } }
  // A Map, whatever its type says.
  const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null
  const sizes = new Set<string>()
  const fonts = new Set<string>()
  const texts: string[] = []
  const headings: string[][] = []
  const links: { page: number; url: string | null; toPage: number | null }[] = []
  let images = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    sizes.add(`${width}x${height}`)
    const content = await page.getTextContent({ includeMarkedContent: true })
    texts.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    const operators = await page.getOperatorList()
    images += operators.fnArray.filter((op) => pictureOps.has(op)).length
    for (const [i, op] of operators.fnArray.entries()) {
      if (op !== OPS.setFont) continue
      const id = (operators.argsArray[i] as [string])[0]
      const { name, isType3Font } = page.commonObjs.get(id) as { name: string; isType3Font?: boolean }
      fonts.add(isType3Font === true ? 'Type 3' : name.replace(/^[A-Z]{6}\+/, ''))
    }
    for (const link of (await page.getAnnotations()) as { subtype: string; url?: string; dest?: unknown }[]) {
      if (link.subtype !== 'Link') continue
      links.push({ page: number, url: link.url ?? null, toPage: link.dest ? await pageOf(pdf, link.dest) : null })
    }
    const tree = (await page.getStructTree()) as Node | null
    const textOf = new Map<string, string>()
    let open: string | null = null
    for (const item of content.items) {
      if ('str' in item) {
        if (open !== null) textOf.set(open, (textOf.get(open) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
      } else if (item.type === 'beginMarkedContentProps') open = item.id
      else if (item.type === 'endMarkedContent') open = null
    }
    headings.push(
      tree === null
        ? []
        : headingIds(tree).map((ids) =>
            ids
              .map((id) => textOf.get(id) ?? '')
              .join('')
              .trim(),
          ),
    )
  }
  const result: ReadPdf = {
    pages: pdf.numPages,
    sizes,
    title: info.Title ?? '',
    language: info.Language ?? '',
    isTagged: marks?.get('Marked') === true,
    texts,
    bookmarks: await bookmarksOf(pdf, await pdf.getOutline()),
    headings,
    links,
    fonts,
    images,
  }
  await pdf.loadingTask.destroy()
  return result
}
