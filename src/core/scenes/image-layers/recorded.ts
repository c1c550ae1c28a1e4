/** The numbers, commands and answers of this scene, out of the digests of the recordings; no other file holds one. */
import buildTrace from '../../../../assets/traces/engine-28.5/docker-build-buildkit.json' with { type: 'json' }
import cachedTrace from '../../../../assets/traces/engine-28.5/docker-build-cached.json' with { type: 'json' }
import historyTrace from '../../../../assets/traces/engine-28.5/docker-history.json' with { type: 'json' }
import imagesTrace from '../../../../assets/traces/engine-28.5/docker-images.json' with { type: 'json' }
import layersTrace from '../../../../assets/traces/engine-28.5/layers-copy-on-write.json' with { type: 'json' }
import indexTrace from '../../../../assets/traces/engine-28.5/multi-pull-containerd-store.json' with { type: 'json' }
import otherTrace from '../../../../assets/traces/engine-28.5/multi-pull-other-platform-containerd-store.json' with { type: 'json' }
import wrongTrace from '../../../../assets/traces/engine-28.5/multi-run-other-platform.json' with { type: 'json' }
import pullTrace from '../../../../assets/traces/engine-28.5/registry-pull-fresh.json' with { type: 'json' }
import sharedTrace from '../../../../assets/traces/engine-28.5/registry-pull-shared-layers.json' with { type: 'json' }
import cowTrace from '../../../../assets/traces/layers-copy-on-write.json' with { type: 'json' }
import { refTo, type EventRef, type Json } from '../../traces/digest.ts'
import { digestOf, eventOf, valueIn, lacks, listIn, numberIn, part, textIn } from '../../traces/read-values.ts'
import { sizeText } from '../../words/bytes-text.ts'
import { shell } from './shell-output.ts'

const build = digestOf(buildTrace)
const cached = digestOf(cachedTrace)
const history = digestOf(historyTrace)
const images = digestOf(imagesTrace)
const layers = digestOf(layersTrace)
const index = digestOf(indexTrace)
const other = digestOf(otherTrace)
const wrong = digestOf(wrongTrace)
const pull = digestOf(pullTrace)
const pullShared = digestOf(sharedTrace)
const cow = digestOf(cowTrace)

export const imageDigests = [
  build,
  cached,
  history,
  images,
  layers,
  index,
  other,
  wrong,
  pull,
  pullShared,
  cow,
] as const

const body = (digest: typeof pull, n: number): Json => valueIn(eventOf(digest, n).response, 'body', 'json')

/** `docker build` of app-a, for the first time and once more with nothing changed. */
export const builds = { first: shell(build, 1), again: shell(cached, 1) }

const log = builds.first.errors.join('\n')
const logAgain = builds.again.errors.join('\n')
/** What BuildKit says of a step at its end. */
const outcome = (text: string, step: string): string => part(text, new RegExp(`^#${step} (DONE [\\d.]+s|CACHED)$`, 'm'))

const rows = listIn(body(history, 3))
const entry = (start: RegExp): Json =>
  rows.find((row) => start.test(textIn(row, 'CreatedBy'))) ?? lacks(`a history entry like ${start}`)
const sizeOf = (start: RegExp): number => numberIn(entry(start), 'Size')

/** The lines of app-a's Dockerfile as the build and the history name them, and what each of them made. */
export const dockerfile = [
  {
    id: 'from',
    line: part(log, /^#4 \[1\/3\] (FROM .+)$/m),
    first: outcome(log, '4'),
    again: outcome(logAgain, '4'),
  },
  { id: 'run', line: part(log, /^#6 \[2\/3\] (RUN .+)$/m), first: outcome(log, '6'), again: outcome(logAgain, '6') },
  { id: 'copy', line: part(log, /^#7 \[3\/3\] (COPY .+)$/m), first: outcome(log, '7'), again: outcome(logAgain, '7') },
  { id: 'expose', line: textIn(entry(/^EXPOSE/), 'CreatedBy') },
  { id: 'cmd', line: textIn(entry(/^CMD \["httpd"/), 'CreatedBy') },
] as const

const manifestOf = (digest: typeof pull, n: number) => {
  const { request, response } = eventOf(digest, n)
  const json = body(digest, n)
  return {
    ref: refTo(digest, n),
    digest: textIn(response, 'headers', 'docker-content-digest'),
    mediaType: textIn(json, 'mediaType'),
    bytes: numberIn(response, 'bytes'),
    path: textIn(request, 'path'),
    config: { digest: textIn(json, 'config', 'digest'), bytes: numberIn(json, 'config', 'size') },
    layers: listIn(json, 'layers').map((layer) => ({
      digest: textIn(layer, 'digest'),
      bytes: numberIn(layer, 'size'),
    })),
  }
}

/** The manifests of app-a and app-b as the registry sent them. */
export const manifests = { a: manifestOf(pull, 6), b: manifestOf(pullShared, 6) }

const blob = (digest: typeof pull, n: number): EventRef => refTo(digest, n)
const dirs = listIn(eventOf(layers, 4).response, 'layers')
const entries = (order: number): number => numberIn(dirs[order], 'entries')
const files = (order: number): readonly string[] =>
  listIn(dirs[order], 'files').map((file) => textIn(file).replace(/^\./, ''))

/** The four layers of app-a, the lowest first. The two of its base come by FROM. Of many entries `paths` are the first few. */
export const appLayers = [
  { n: 1, verb: 'FROM', bytes: sizeOf(/COPY file:/), entries: entries(4), paths: files(4), ref: blob(pull, 8) },
  { n: 2, verb: 'FROM', bytes: sizeOf(/--install/), entries: entries(3), paths: files(3), ref: blob(pull, 9) },
  { n: 3, verb: 'RUN', bytes: sizeOf(/^RUN/), entries: entries(2), paths: files(2), ref: blob(pull, 10) },
  { n: 4, verb: 'COPY', bytes: sizeOf(/^COPY/), entries: entries(1), paths: files(1), ref: blob(pull, 11) },
] as const

const tarFile = (n: number, name: string): { path: string; bytes: number } => {
  const tar = listIn(eventOf(pull, n).response, 'body', 'tar')
  const found = tar.find((file) => textIn(file, 'name') === name)
  return { path: `/${textIn(found, 'name')}`, bytes: numberIn(found, 'size') }
}
/** Files of the image as the layers' archives list them. */
export const tarFiles = { page: tarFile(10, 'www/index.html'), conf: tarFile(11, 'etc/app.conf') }
const link = listIn(eventOf(pull, 9).response, 'body', 'tar').find((file) => textIn(file, 'type') === 'symlink')
export const linkTarget = textIn(link, 'link').replace('/bin/', '')

export const historyCommand = { ...shell(history, 1), api: refTo(history, 3) }

/** What these answers of the registry brought, from the manifest to the last layer. */
const brought = (digest: typeof pull, last: number): number =>
  Array.from({ length: last - 5 }, (_, i) => numberIn(eventOf(digest, 6 + i).response, 'bytes')).reduce((a, b) => a + b)

/** Two pulls one after the other, and what both images take up together. */
export const pulls = {
  a: { ...shell(pull, 1), bytes: brought(pull, 11) },
  b: {
    ...shell(pullShared, 1),
    bytes: brought(pullShared, 8),
    blob: blob(pullShared, 8),
    host: part(shell(pullShared, 1).command, /pull ([^/]+)\//),
  },
}
const [imageLine = ''] = shell(images, 7).lines.filter((line) => line.startsWith('Images'))
/** As this scene writes sizes: Docker writes now three figures, now four. */
const megabytes = (printed: string): string => sizeText(Number(printed) * 1e6)
export const disk = {
  ref: refTo(images, 7),
  list: refTo(images, 1),
  /** Of all images: the two and their base. */
  total: megabytes(part(imageLine, /([\d.]+)MB/)),
  each: megabytes(part(shell(images, 1).lines.find((line) => line.startsWith('app-a')) ?? '', /([\d.]+)MB$/)),
}

const platforms = listIn(body(index, 5), 'manifests')
/** A tag, the index that it points to, and the manifests in it. */
export const hello = {
  tag: { ref: refTo(index, 4), path: textIn(eventOf(index, 4).request, 'path') },
  index: {
    ref: refTo(index, 5),
    digest: textIn(eventOf(index, 5).response, 'headers', 'docker-content-digest'),
    bytes: numberIn(eventOf(index, 5).response, 'bytes'),
  },
  platforms: platforms.map((one) => ({
    digest: textIn(one, 'digest'),
    name: `${textIn(one, 'platform', 'os')}/${textIn(one, 'platform', 'architecture')}`,
  })),
  amd64: manifestOf(index, 6),
  arm64: manifestOf(other, 5),
  wrong: shell(wrong, 1),
}

/** The container `web`, from its start to its end. */
export const web = {
  run: shell(layers, 2),
  mount: { ref: refTo(layers, 3), line: textIn(eventOf(layers, 3).response, 'line') },
  lower: { ref: refTo(layers, 4), count: dirs.length },
  upperBefore: { ref: refTo(layers, 5), count: listIn(eventOf(layers, 5).response, 'upperdir').length },
  change: shell(layers, 6),
  remove: shell(layers, 7),
  create: shell(layers, 8),
  upperAfter: { ref: refTo(layers, 10), list: listIn(eventOf(layers, 10).response, 'upperdir') },
  below: shell(layers, 11),
  merged: shell(layers, 12),
  whiteout: shell(layers, 13),
  diff: shell(layers, 14),
  size: shell(layers, 15),
  second: { ...shell(layers, 16), name: part(shell(layers, 16).command, /--name (\w+)/) },
  both: {
    ref: refTo(layers, 17),
    upper: listIn(eventOf(layers, 17).response, 'upper').map((dir) => part(textIn(dir), /overlay2\/([^/]+)\/diff/)),
  },
  untouched: shell(layers, 18),
  stop: shell(layers, 19),
  stopped: { ref: refTo(layers, 20), kept: valueIn(eventOf(layers, 20).response, 'upperExists') === true },
  start: shell(layers, 21),
  again: shell(layers, 22),
  rm: shell(layers, 23),
  gone: { ref: refTo(layers, 24), kept: valueIn(eventOf(layers, 24).response, 'upperExists') === true },
  fresh: shell(layers, 25),
}

/** A file or whiteout in the upper directory. */
export const upperEntry = (path: string): { type: string; bytes: number } => {
  const found = web.upperAfter.list.find((one) => textIn(one, 'path') === path)
  const type = textIn(found, 'type')
  return { type, bytes: type === 'file' ? numberIn(found, 'size') : 0 }
}
export const upperDir = part(web.mount.line, /upperdir=.*?overlay2\/([0-9a-f]+…)/)
/** The number that marks a whiteout's device. */
export const whiteoutSign = part(web.whiteout.lines.join(''), /root root +(\d+, \d+)/).replace(' ', '')

const cowDirs = listIn(eventOf(cow, 7).response, 'layers')
const cowRows = shell(cow, 1).lines.map((line) => line.split('\t'))
const cowSize = (start: RegExp): string =>
  (cowRows.find(([, by = '']) => start.test(by))?.[0] ?? lacks('a size in the history of cow')).replace(
    /(\d)([kM]?B)$/,
    '$1 $2',
  )
const cowUpper = listIn(eventOf(cow, 12).response, 'upperdir')
/** The container `box` of the image `cow`, which has a large file. */
export const box = {
  run: shell(cow, 2),
  remove: shell(cow, 9),
  upper: {
    ref: refTo(cow, 12),
    whiteout: textIn(
      cowUpper.find((one) => textIn(one, 'path') === '/srv/b.txt'),
      'type',
    ),
  },
  below: shell(cow, 13),
  merged: shell(cow, 14),
  first: shell(cow, 17),
  second: shell(cow, 18),
  size: shell(cow, 19),
  dir: part(textIn(cowDirs[1], 'dir'), /overlay2\/([^/]+)\/diff/),
  sizes: { 1: cowSize(/COPY file/), 2: cowSize(/--install/), 3: cowSize(/mkdir/) },
  seconds: (run: { lines: readonly string[] }): string => part(run.lines.join('\n'), /^real ([\d.]+)/m),
  grown: part(shell(cow, 19).lines.join(''), /^box ([\d.]+)MB/),
}
