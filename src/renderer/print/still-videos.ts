/** In print a video is a picture: the one that it says stands for it, else one of its first second. */

/** A moment that is rarely black yet. */
const momentS = 0.5
/** A file that says nothing for so long is not waited for: its name stands there in any case. */
const patienceMs = 8000

const heard = (media: HTMLVideoElement, event: string, signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve, reject) => {
    media.addEventListener(event, resolve, { once: true, signal })
    media.addEventListener('error', reject, { once: true, signal })
    signal.addEventListener('abort', reject, { once: true })
  })

/** An address of a still of a video; null where none can be had. */
async function stillOf(src: string): Promise<string | null> {
  const over = AbortSignal.timeout(patienceMs)
  const video = Object.assign(document.createElement('video'), { muted: true, preload: 'auto' })
  try {
    const loaded = heard(video, 'loadeddata', over)
    video.src = src
    await loaded
    const sought = heard(video, 'seeked', over)
    video.currentTime = Math.min(momentS, Number.isFinite(video.duration) ? video.duration / 2 : momentS)
    await sought
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight)
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }))
  } catch {
    return null
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

/** Puts stills in the places of videos that are laid out, one file after the other. */
export async function stillVideos(root: ParentNode): Promise<void> {
  const stills = new Map<string, string | null>()
  for (const video of root.querySelectorAll<HTMLVideoElement>('video[data-media]')) {
    const { src, poster, width, ariaLabel, dataset } = video
    if (poster === '' && !stills.has(src)) stills.set(src, await stillOf(src))
    const still = poster === '' ? stills.get(src) : poster
    if (!still) continue
    const image = Object.assign(new Image(), { src: still, alt: ariaLabel ?? '' })
    if (video.hasAttribute('width')) image.setAttribute('width', video.getAttribute('width') ?? String(width))
    for (const name of ['alone', 'look', 'from', 'later'])
      if (dataset[name] !== undefined) image.dataset[name] = dataset[name]
    await image.decode().catch(() => undefined)
    if (image.naturalWidth > 0) video.replaceWith(image)
  }
}
