import { serveCourseFile, serveFile } from '../services/disk/static-files.ts'
import { isOurUrl } from './page-url.ts'

export interface ServedPlaces {
  /** The folder with the built windows. */
  readonly rendererRoot: string
  /** The folder of an open course, for its pictures; null where there is no such course. */
  readonly courseFolder: (course: string) => Promise<string | null>
}

/** A segment of a path as it was before it was encoded, or null where it is no encoding of anything. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Answers what pages of ours load: their files, and under `/course/ID/…` the pictures of an open course. Never rejects. */
export function pageServer({ rendererRoot, courseFolder }: ServedPlaces): (request: Request) => Promise<Response> {
  const notFound = (): Response => new Response('not found', { status: 404 })
  return async (request) => {
    if (!isOurUrl(request.url) || request.method !== 'GET') return notFound()
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith('/course/')) return serveFile(rendererRoot, pathname, request.headers)
    const [, id = '', path = ''] = /^\/course\/([^/]+)\/(.+)$/.exec(pathname) ?? []
    const course = decoded(id)
    const folder = course === null ? null : await courseFolder(course).catch(() => null)
    return folder === null ? notFound() : serveCourseFile(folder, path, request.headers)
  }
}
