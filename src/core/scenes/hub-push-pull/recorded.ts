/** The numbers of this scene, out of the digests of the recordings; no other file of the scene holds one. */
import documented from '../../../../assets/traces/documented-hub.json' with { type: 'json' }
import authLogin from '../../../../assets/traces/engine-28.5/auth-login.json' with { type: 'json' }
import authPull from '../../../../assets/traces/engine-28.5/auth-pull-anonymous.json' with { type: 'json' }
import dockerImages from '../../../../assets/traces/engine-28.5/docker-images.json' with { type: 'json' }
import dockerTag from '../../../../assets/traces/engine-28.5/docker-tag.json' with { type: 'json' }
import multiArm from '../../../../assets/traces/engine-28.5/multi-pull-other-platform.json' with { type: 'json' }
import multiPull from '../../../../assets/traces/engine-28.5/multi-pull.json' with { type: 'json' }
import byDigest from '../../../../assets/traces/engine-28.5/registry-pull-by-digest.json' with { type: 'json' }
import pullFresh from '../../../../assets/traces/engine-28.5/registry-pull-fresh.json' with { type: 'json' }
import pullShared from '../../../../assets/traces/engine-28.5/registry-pull-shared-layers.json' with { type: 'json' }
import pullAgain from '../../../../assets/traces/engine-28.5/registry-pull-up-to-date.json' with { type: 'json' }
import pushAgain from '../../../../assets/traces/engine-28.5/registry-push-again.json' with { type: 'json' }
import pushMounted from '../../../../assets/traces/engine-28.5/registry-push-app-b.json' with { type: 'json' }
import pushFirst from '../../../../assets/traces/engine-28.5/registry-push-first.json' with { type: 'json' }
import type { Digest, Json } from '../../traces/digest.ts'
import { digestOf, valueIn, listIn, numberIn, textIn } from '../../traces/read-values.ts'
import { recordedCall, recordedCommand, callLine, short, type Call, type Command } from './recorded-calls.ts'

/** The recordings by what they show. */
export const traces = {
  login: digestOf(authLogin),
  token: digestOf(authPull),
  images: digestOf(dockerImages),
  tag: digestOf(dockerTag),
  amd64: digestOf(multiPull),
  arm64: digestOf(multiArm),
  fresh: digestOf(pullFresh),
  shared: digestOf(pullShared),
  again: digestOf(pullAgain),
  byDigest: digestOf(byDigest),
  pushFirst: digestOf(pushFirst),
  pushMounted: digestOf(pushMounted),
  pushAgain: digestOf(pushAgain),
}

/** Numbers out of documentation, each with its source. */
export const docs = documented

export interface Blob {
  readonly digest: string
  readonly size: number
}
export interface Image {
  readonly repo: string
  readonly tag: string
  readonly digest: string
  readonly config: Blob
  readonly layers: readonly Blob[]
}

const blobOf = (json: Json): Blob => ({ digest: textIn(json, 'digest'), size: numberIn(json, 'size') })

/** An image as its manifest lists it. */
function imageOf(manifest: Json, of: string, path: string): Image {
  const [, repo = '', tag = ''] = /^\/v2\/(.+)\/manifests\/(.+)$/.exec(path) ?? []
  const [config, layers] = [blobOf(valueIn(manifest, 'config')), listIn(manifest, 'layers').map(blobOf)]
  return { repo, tag, digest: of, config, layers }
}

export interface Pull {
  readonly command: Command
  /** What the CLI asked the engine for. */
  readonly asked: Call
  readonly head: Call
  readonly manifest: Call
  readonly blobs: readonly Call[]
  readonly image: Image
  /** The line of the terminal that tells most. */
  readonly line: string
}

function pullOf(trace: Digest, blobs: readonly number[], line: RegExp): Pull {
  const [typed, head, manifest] = [recordedCommand(trace, 1), recordedCall(trace, 5), recordedCall(trace, 6)]
  return {
    command: typed,
    asked: recordedCall(trace, 3),
    head,
    manifest,
    blobs: blobs.map((n) => recordedCall(trace, n)),
    image: imageOf(valueIn(manifest.event.response, 'body', 'json'), manifest.digest, head.path),
    line: callLine(typed, line),
  }
}

/** A pull where nothing is here yet, where two layers are, and where all of it is. */
export const pulls = [
  pullOf(traces.fresh, [7, 8, 9, 10, 11], /Waiting$/),
  pullOf(traces.shared, [7, 8], /Already exists$/),
  pullOf(traces.again, [], /^Status: /),
] as const satisfies readonly Pull[]

/** Asked before anything else in these two. */
export const pings = [recordedCall(traces.fresh, 4), recordedCall(traces.again, 4)] as const

/** What happens to one blob of a push. */
export interface Upload {
  readonly blob: Blob
  /** HEAD: is it there already? */
  readonly probe?: Call
  /** A layer of another repository, lent by the registry itself. */
  readonly mount?: Call
  readonly patch?: Call
}
export interface Push {
  readonly command: Command
  readonly asked: Call
  readonly image: Image
  readonly uploads: readonly Upload[]
  readonly manifest: Call
  readonly line: string
  readonly result: string
  /** The repository that lends layers. */
  readonly from: string
}

/** Tells which blob each recorded call is about: by a digest in its path, or by that of the body it carries. */
function pushOf(
  trace: Digest,
  numbers: { probes?: number[]; mounts?: number[]; patches?: number[]; put: number },
  line: RegExp,
): Push {
  const put = recordedCall(trace, numbers.put)
  const sent = valueIn(put.event.request, 'body', 'json')
  const image = imageOf(sent, put.digest, put.path)
  const calls = (list: readonly number[] = []): Call[] => list.map((n) => recordedCall(trace, n))
  const [probes, mounts, patches] = [calls(numbers.probes), calls(numbers.mounts), calls(numbers.patches)]
  const about = (list: readonly Call[], blob: Blob): Call | undefined =>
    list.find((one) => one.path.includes(blob.digest)) ?? list.find((one) => one.up === blob.size)
  const typed = recordedCommand(trace, 1)
  return {
    command: typed,
    asked: recordedCall(trace, 3),
    image,
    uploads: [...image.layers, image.config].map((blob) => {
      const [probe, mount, patch] = [about(probes, blob), about(mounts, blob), about(patches, blob)]
      return { blob, ...(probe && { probe }), ...(mount && { mount }), ...(patch && { patch }) }
    }),
    manifest: put,
    line: callLine(typed, line),
    result: callLine(typed, /digest: sha256:/),
    from: /from=([^&]+)/.exec(mounts[0]?.path ?? '')?.[1] ?? '',
  }
}

/** A push where nothing is there yet, where another repository has two layers, and where all of it is there. */
export const pushes = [
  pushOf(traces.pushFirst, { probes: [13], patches: [7, 8, 15], put: 18 }, /Pushed$/),
  pushOf(traces.pushMounted, { probes: [5, 7, 15], mounts: [8, 9], patches: [12, 17], put: 20 }, /Mounted from/),
  pushOf(traces.pushAgain, { probes: [5, 6, 7], put: 8 }, /already exists$/),
] as const satisfies readonly Push[]

const platformsOf = (index: Call): readonly { digest: string; size: number; platform: string }[] =>
  listIn(index.event.response, 'body', 'json', 'manifests').map((one) => ({
    ...blobOf(one),
    platform: `${textIn(one, 'platform', 'os')}/${textIn(one, 'platform', 'architecture')}`,
  }))

const manifestOf = (one: Call): Image => imageOf(valueIn(one.event.response, 'body', 'json'), one.digest, one.path)

const [armHead, armManifest, indexCall, amdManifest] = [
  recordedCall(traces.arm64, 5),
  recordedCall(traces.arm64, 6),
  recordedCall(traces.amd64, 6),
  recordedCall(traces.amd64, 7),
]

/** A tag with two platforms. The pull for the other platform was made right after, so the index was here already. */
export const platforms = {
  index: indexCall,
  list: platformsOf(indexCall),
  pulls: [
    {
      command: recordedCommand(traces.amd64, 1),
      asked: recordedCall(traces.amd64, 3),
      head: recordedCall(traces.amd64, 5),
      index: indexCall,
      manifest: amdManifest,
      image: manifestOf(amdManifest),
    },
    {
      command: recordedCommand(traces.arm64, 1),
      asked: recordedCall(traces.arm64, 3),
      head: armHead,
      index: undefined,
      manifest: armManifest,
      image: manifestOf(armManifest),
    },
  ],
} as const

const stored = recordedCommand(traces.login, 7)
const [, secret = ''] = /"auth": "([^"]+)"/.exec(stored.output.join('\n')) ?? []
if (!secret) throw new Error('the recording shows no stored secret')

/** Logging in with a password from standard input. */
export const login = {
  command: recordedCommand(traces.login, 1),
  answer: callLine(recordedCommand(traces.login, 1), /^Login /),
  warning: callLine(recordedCommand(traces.login, 1), /^WARNING/),
  asked: recordedCall(traces.login, 3),
  refused: recordedCall(traces.login, 4),
  token: recordedCall(traces.login, 5),
  accepted: recordedCall(traces.login, 6),
  hub: textIn(recordedCall(traces.login, 4).event.request, 'headers', 'host'),
  file: stored.line.replace(/^cat /, ''),
  fileRef: stored.ref,
  secret,
  decoded: atob(secret),
}

const tokenCall = recordedCall(traces.token, 5)
const refused = recordedCall(traces.token, 4)

/** A pull without login: refused, a token, and again with it. */
export const token = {
  command: recordedCommand(traces.token, 1),
  asked: recordedCall(traces.token, 3),
  refused,
  challenge: textIn(refused.event.response, 'headers', 'www-authenticate'),
  granted: tokenCall,
  server: textIn(tokenCall.event.request, 'headers', 'host'),
  scope: textIn(Object.fromEntries(new URLSearchParams(tokenCall.path.split('?')[1])), 'scope'),
  seconds: numberIn(tokenCall.event.response, 'body', 'json', 'expires_in'),
  actions: listIn(tokenCall.event.response, 'jwt', 'claims', 'access', 0, 'actions').map(String).join(', '),
  repo: textIn(tokenCall.event.response, 'jwt', 'claims', 'access', 0, 'name'),
  head: recordedCall(traces.token, 6),
  bearer: textIn(recordedCall(traces.token, 6).event.request, 'headers', 'authorization'),
  hub: textIn(refused.event.request, 'headers', 'host'),
}

const listing = recordedCommand(traces.images, 1)
const busybox = callLine(listing, /^busybox/)
const [, name = '', tag = '', id = '', size = ''] = /^(\S+)\s+(\S+)\s+([0-9a-f]{12})\s.*\s(\S+)$/.exec(busybox) ?? []

/** A second name for an image that is here. */
export const tagging = {
  command: recordedCommand(traces.tag, 1),
  asked: recordedCall(traces.tag, 3),
  listing: listing.ref,
  before: `${name}:${tag}`,
  after: recordedCommand(traces.tag, 1).line.split(' ').at(-1) ?? '',
  id,
  /** As this scene writes sizes; Docker leaves out the space. */
  size: size.replace(/(\d)(?=[kMG]?B$)/, '$1 '),
  /** The push of the new name carries a configuration with this digest: the same image. */
  proof: recordedCall(traces.pushFirst, 13),
  layers: pushes[0].image.layers,
}

/** A tag that moved on this computer, and a digest that still answers without any tag. */
export const moving = {
  listing: recordedCommand(traces.arm64, 10),
  fixed: { command: recordedCommand(traces.byDigest, 1), manifest: recordedCall(traces.byDigest, 5) },
  image: pushes[1].image,
  put: pushes[1].manifest,
}

/** What an image weighs as it travels. */
export const weight = ({ config, layers }: Image): number =>
  layers.reduce((sum, { size: bytes }) => sum + bytes, config.size)

export { short }
