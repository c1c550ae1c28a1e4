import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Arrow, Box, Frame } from '../../../src/core/diagram/mark.ts'
import { BEFORE, describeStep, frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { imageLayers as scene } from '../../../src/core/scenes/image-layers/index.ts'
import { eventAt } from '../../../src/core/traces/digest.ts'
import build from '../../../assets/traces/engine-28.5/docker-build-buildkit.json' with { type: 'json' }
import history from '../../../assets/traces/engine-28.5/docker-history.json' with { type: 'json' }
import cow from '../../../assets/traces/layers-copy-on-write.json' with { type: 'json' }
import layers from '../../../assets/traces/engine-28.5/layers-copy-on-write.json' with { type: 'json' }
import index from '../../../assets/traces/engine-28.5/multi-pull-containerd-store.json' with { type: 'json' }
import pull from '../../../assets/traces/engine-28.5/registry-pull-fresh.json' with { type: 'json' }
import shared from '../../../assets/traces/engine-28.5/registry-pull-shared-layers.json' with { type: 'json' }
import { box, boxes, cornersAt, textsOf } from './inspect.ts'
import { pictureThemes, view } from './rough.ts'

const at = (step: string, knobs: Knobs = {}, width = 1168): Frame => frameAt(scene, step, knobs, view('ko', width))
const keys = (frame: Frame, prefix: string): string[] =>
  boxes(frame)
    .map(({ key }) => key)
    .filter((key) => key.startsWith(prefix))
const said = (frame: Frame): string => textsOf(frame).join('\n')
const place = (frame: Frame, key: string): number[] => {
  const { x, y, w, h } = box(frame, key)
  return [x, y, w, h].map(Math.round)
}
const arrow = (frame: Frame, key: string): Arrow => {
  const found = frame.marks.find((m) => m.kind === 'arrow' && m.key === key)
  if (found?.kind !== 'arrow') throw new Error(`no arrow ${key}`)
  return found
}
const has = (frame: Frame, key: string): boolean => frame.marks.some((m) => m.key === key)
const short = (digest: string): string => digest.replace('sha256:', '').slice(0, 12)
const event = <E extends { n: number }>(events: readonly E[], n: number): E => {
  const found = events.find((one) => one.n === n)
  if (!found) throw new Error(`no event ${n}`)
  return found
}
const manifest = (trace: {
  readonly events: readonly { n: number; response: object }[]
}): { config: string; layers: string[] } => {
  const { body } = event(trace.events, 6).response as {
    body: { json: { config: { digest: string }; layers: { digest: string }[] } }
  }
  const { json } = body
  return { config: json.config.digest, layers: json.layers.map(({ digest }) => digest) }
}

describe('how an image is made', () => {
  it('IL-1: asks about a Dockerfile whose lines are all alike and where they will stand', () => {
    const before = frameAt(scene, BEFORE, {}, view())
    expect(keys(before, 'line/')).toEqual(keys(at('IL-1'), 'line/'))
    const lines = keys(before, 'line/')
    expect(new Set(lines.map((key) => `${box(before, key).fill} ${box(before, key).stroke}`)).size).toBe(1)
    for (const key of lines) expect(place(before, key)).toEqual(place(at('IL-1'), key))
    for (const prefix of ['layer/', 'config', 'built/']) expect(keys(before, prefix)).toEqual([])
    expect(describeStep(scene, BEFORE, 'ko')).toBe('이미지와 레이어')
  })

  it('IL-1: gives layers to lines that change files, and only config to the others', () => {
    const frame = at('IL-1')
    expect(keys(frame, 'layer/')).toEqual(['layer/1', 'layer/2', 'layer/3', 'layer/4'])
    expect(['from', 'run', 'copy', 'expose', 'cmd'].map((id) => arrow(frame, `line/${id}/to`).dash > 0)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    const { json } = event(history.events, 3).response.body as unknown as {
      json: { CreatedBy: string; Size?: number }[]
    }
    for (const { CreatedBy, Size } of json.filter((row) => /^(RUN|COPY)/.test(row.CreatedBy)))
      expect([CreatedBy, said(frame)]).toEqual([CreatedBy, expect.stringContaining(`${Size} B`) as unknown])
    expect(json.filter(({ Size }) => Size !== undefined)).toHaveLength(4)
    expect(said(frame)).toContain('레이어를 만드는 명령')
    expect(said(frame)).toContain('설정만 바꾸는 명령')
  })

  it('IL-1: builds the line that changed and all after it again, and keeps what is before it', () => {
    const states = (line: number): string[] =>
      ['from', 'run', 'copy', 'cmd'].map((id) => {
        const label = at('IL-1', { line }).marks.find((m) => m.kind === 'label' && m.key.startsWith(`built/${id}"`))
        return label?.kind === 'label' ? label.key.replace(/^.*"/, '') : ''
      })
    const printed = JSON.stringify(event(build.events, 1).response.output)
    const [, ...done] = states(0)
    for (const [i, shown] of done.slice(0, 2).entries()) expect(printed).toContain(`#${6 + i} ${shown}`)
    expect(states(1).slice(1, 3)).toEqual(['CACHED', 'CACHED'])
    expect(states(2).slice(1)).toEqual(['다시 빌드', '다시 빌드', '빌드 단계 없음'])
    expect(states(3).slice(1)).toEqual(['CACHED', '다시 빌드', '빌드 단계 없음'])
    expect(states(4).slice(1)).toEqual(['CACHED', 'CACHED', '설정만 새로'])
    for (const line of [2, 3, 4]) expect(said(at('IL-1', { line }))).toContain('예시')
    for (const line of [0, 1]) expect(said(at('IL-1', { line }))).not.toContain('예시')
  })

  it('IL-2: shows a layer as what it brings, transparent elsewhere, with the three kinds of changes', () => {
    const frame = at('IL-2')
    expect(keys(frame, 'file/')).toHaveLength(4)
    for (const [file, layer] of Object.entries({ page: 3, conf: 4, links: 2, busybox: 1 })) {
      const [tile, sheet] = [box(frame, `file/${file}`), box(frame, `layer/${layer}`)]
      expect(tile.y > sheet.y && tile.y + tile.h < sheet.y + sheet.h).toBe(true)
    }
    for (const shown of [
      // Whose changes they are: of a container, above the layers of an image.
      '컨테이너 web이 이미지에서 바꾼 것 · 이미지의 레이어도 같은 세 가지를 담는다',
      '변경분',
      '삭제 표시',
      'A /www/new.html',
      'C /www/index.html',
      'D /etc/app.conf',
      '빈 자리는 투명하다',
    ])
      expect(said(frame)).toContain(shown)
  })

  it('IL-3: names config and layers by digest in the manifest, the lowest layer first', () => {
    const frame = at('IL-3')
    const { config, layers: blobs } = manifest(pull)
    const fields = ['config', 'layers[0]', 'layers[1]', 'layers[2]', 'layers[3]']
    fields.forEach((field, i) => {
      const label = frame.marks.find((m) => m.key.startsWith(`field/${field}/digest"`))
      expect(label?.key).toContain(short([config, ...blobs][i] ?? ''))
      const target = box(frame, i ? `layer/${i}` : 'config')
      const [, tip] = arrow(frame, `field/${field}/to`).points
      expect(tip && tip[0] > target.x && tip[0] < target.x + target.w).toBe(true)
      expect(arrow(frame, `field/${field}/to`).dash).toBeGreaterThan(0)
    })
  })

  it('IL-4: lets a tag point to an index, and the index to a manifest for each platform', () => {
    const frame = at('IL-4')
    expect(frame.marks.some((m) => m.kind === 'badge' && m.shape === 'flag' && m.text === 'hello:1')).toBe(true)
    const [, tip] = arrow(frame, 'tag/to').points
    expect(tip?.[0]).toBeLessThanOrEqual(box(frame, 'index').x)
    const { json } = event(index.events, 5).response.body as unknown as { json: { manifests: { digest: string }[] } }
    for (const { digest } of json.manifests.slice(0, 2)) expect(said(frame)).toContain(short(digest))
    for (const shown of ['linux/amd64', 'linux/arm64', '인덱스', 'exec /bin/busybox: exec format error'])
      expect(said(frame)).toContain(shown)
    expect(keys(frame, 'manifest/')).toEqual(['manifest/amd64', 'manifest/arm64'])
  })

  it('IL-5: has the shared layers once, under both images, and fetches only what is missing', () => {
    const frame = at('IL-5')
    const [a, b] = [manifest(pull).layers, manifest(shared).layers]
    const common = b.filter((digest) => a.includes(digest))
    expect(common).toHaveLength(2)
    for (const n of [1, 2]) {
      const sheet = box(frame, `layer/${n}`)
      for (const image of ['a', 'b']) {
        const { x, w } = box(frame, `image/${image}`)
        expect(sheet.x <= x && sheet.x + sheet.w >= x + w).toBe(true)
      }
    }
    expect([0, 1, 2].map((i) => box(frame, `registry/${i}`).dash > 0)).toEqual(
      b.map((digest) => common.includes(digest)),
    )
    expect(frame.flights.map(({ key }) => frame.links[key])).toEqual(['engine-28.5/registry-pull-shared-layers#8'])
    // All but the two bytes that answer the first question, GET /v2/: as HP-5 counts the same two pulls.
    for (const bytes of [1_143_752, 3_344]) expect(said(frame)).toContain(`${bytes.toLocaleString('en')} B`)
  })
})

const WITH_STACK = ['IL-2', 'IL-6', 'IL-7', 'IL-8', 'IL-9']
/** What lifts a sheet moves it. */
const isLifted = (knobs: Knobs): boolean => (knobs['opened'] ?? 0) > 0 || (knobs['lifted'] ?? 0) > 0

describe('what a container adds', () => {
  it('keeps the layers and the files in them in place, whatever is done', () => {
    for (const id of WITH_STACK) {
      for (const knobs of cornersAt(scene, id)) {
        if (knobs['write'] === 3 || isLifted(knobs)) continue
        const frame = at(id, knobs)
        for (const n of [1, 2, 3, 4])
          expect([id, n, place(frame, `layer/${n}`)]).toEqual([id, n, place(at('IL-6'), `layer/${n}`)])
        for (const file of ['page', 'conf', 'links', 'busybox'])
          expect([id, place(frame, `file/${file}`)]).toEqual([id, place(at('IL-6'), `file/${file}`)])
        expect(said(frame)).toContain('hello from a')
      }
    }
  })

  it('keeps the layers in their rows where something stands beside them', () => {
    for (const n of [1, 2, 3, 4]) {
      const [row, beside] = [box(at('IL-6'), `layer/${n}`), box(at('IL-10'), `layer/${n}`)]
      expect([beside.x, beside.y, beside.h, beside.w < row.w]).toEqual([row.x, row.y, row.h, true])
    }
  })

  it.each([
    ['IL-2', 'opened'],
    ['IL-6', 'lifted'],
  ])('%s: lifts the sheet that is pressed, and lays it back when it is pressed again', (id, knob) => {
    const flat = at(id, { [knob]: 0 })
    for (const n of [1, 2, 3, 4]) {
      const frame = at(id, { [knob]: n })
      expect(flat.handles[`layer/${n}`]).toEqual({ knob, value: n })
      expect(frame.handles[`layer/${n}`]).toEqual({ knob, value: 0 })
      const [was, is] = [box(flat, `layer/${n}`), box(frame, `layer/${n}`)]
      expect([n, is.y < was.y, is.x < was.x, is.w > was.w]).toEqual([n, true, true, true])
      for (const other of [1, 2, 3, 4].filter((each) => each !== n)) {
        const [before, now] = [box(flat, `layer/${other}`), box(frame, `layer/${other}`)]
        expect([n, other, now.x, now.y < before.y]).toEqual([n, other, before.x, other > n])
      }
    }
  })

  it('IL-6: shows of a lifted sheet what it alone brings, in the sheet and in the merged view', () => {
    const brings = [[], ['busybox'], ['links'], ['page'], ['conf'], []]
    const columns = ['page', 'new', 'conf', 'links', 'busybox']
    const strong = (frame: Frame, key: string): boolean => box(frame, key).strokeWidth > 2
    brings.forEach((own, lifted) => {
      const frame = at('IL-6', { lifted })
      for (const file of ['page', 'conf', 'links', 'busybox']) {
        const seen = [`file/${file}`, `merged/${columns.indexOf(file)}`].map((key) => strong(frame, key))
        expect([lifted, file, seen]).toEqual([lifted, file, own.includes(file) ? [true, true] : [false, false]])
      }
    })
    // Of many entries their number, of few their names: a directory is one, too.
    const held = event(layers.events, 4).response.layers as { entries: number; files: string[] }[]
    for (const n of [1, 2, 3, 4]) {
      const { entries = 0, files = [] } = held[5 - n] ?? {}
      const names = files.map((name) => name.replace('.', '')).join(' · ')
      expect(said(at('IL-6', { lifted: n }))).toContain(files.length === entries ? names : `항목 ${entries}개`)
    }
    expect(at('IL-6', { lifted: 5 }).handles['upper']).toEqual({ knob: 'lifted', value: 0 })
    expect(at('IL-6').handles['upper']).toEqual({ knob: 'lifted', value: 5 })
  })

  it('IL-6: puts one empty writable sheet on top of all layers', () => {
    const frame = at('IL-6')
    const upper = box(frame, 'upper')
    expect(upper.y + upper.h).toBeLessThan(box(frame, 'layer/4').y)
    expect(upper.rise).toBeLessThan(0)
    expect(keys(frame, 'upper')).toEqual(['upper'])
    expect(event(layers.events, 5).response.upperdir).toEqual([])
    for (const shown of ['비어 있음', '쓰기 레이어', '합쳐진 모습']) expect(said(frame)).toContain(shown)
    for (const file of ['page', 'conf', 'links', 'busybox']) {
      const [, tip] = arrow(frame, `sight/${file}`).points
      const tile = box(frame, `file/${file}`)
      expect(Math.abs((tip?.[1] ?? 0) - tile.y)).toBeLessThan(4)
    }
  })

  it('IL-7: copies up what is changed and hides what is deleted, and nothing else', () => {
    for (const knobs of cornersAt(scene, 'IL-7')) {
      const frame = at('IL-7', knobs)
      const changed = knobs['write'] === 1 || knobs['write'] === 3
      const deleted = knobs['delete'] === 1
      const shown = ['copy', 'upper/page', 'upper/new', 'upper/conf'].map((key) => has(frame, key))
      expect([knobs, shown]).toEqual([knobs, [changed, changed, knobs['write'] === 2, deleted]])
      expect([knobs, said(frame).includes('없음')]).toEqual([knobs, deleted])
      expect(frame.flights).toHaveLength(changed ? 1 : 0)
      expect(keys(frame, 'file/')).toHaveLength(4)
    }
  })

  it('IL-7: lets the copy rise from the middle of the original to the middle of its place', () => {
    const frame = at('IL-7')
    const middle = ({ x, y, w, h }: Box): readonly number[] => [x + w / 2, y + h / 2]
    const [fly] = frame.flights
    expect(fly?.points).toEqual([middle(box(frame, 'file/page')), middle(box(frame, 'upper/page'))])
    expect(box(frame, 'upper/page').cue).toEqual({ flight: fly?.key, how: 'landed', after: 0 })
    expect(box(frame, 'upper/conf').dash).toBeGreaterThan(0)
    expect(event(layers.events, 12).response.output).toContain('hello from a\nchanged')
    expect(said(frame)).toContain('hello from a\nchanged')
    const upper = event(layers.events, 10).response.upperdir as { path: string; type: string }[]
    expect(upper.find(({ path }) => path === '/etc/app.conf')?.type).toMatch(/^whiteout/)
  })

  it('IL-7: copies a large file as a whole for one byte, as it was recorded', () => {
    const shown = said(at('IL-7', { write: 3 }))
    const [, grown = ''] = /^box ([\d.]+)MB/.exec(String(event(cow.events, 19).response.output)) ?? []
    for (const part of [`+${grown} MB`, 'cow']) expect(shown).toContain(part)
    expect(keys(at('IL-7', { write: 3 }), 'layer/')).toHaveLength(3)
  })

  it('IL-7: writes to the file that is pressed in the merged view, deletes it or makes one, and takes it back', () => {
    const handles = (write: number, deleted: number): (number | undefined)[] => {
      const frame = at('IL-7', { write, delete: deleted })
      return ['merged/0', 'merged/1', 'merged/2', 'merged/3'].map((key) => {
        const handle = frame.handles[key]
        return handle && 'value' in handle ? handle.value : undefined
      })
    }
    expect(handles(0, 0)).toEqual([1, 2, 1, undefined])
    expect(handles(1, 1)).toEqual([0, 2, 0, undefined])
    expect(handles(2, 0)).toEqual([1, 0, 1, undefined])
    expect(handles(3, 1)).toEqual([0, undefined, 0, undefined])
    const { handles: all } = at('IL-7')
    expect(['merged/0', 'merged/2'].map((key) => all[key]?.knob)).toEqual(['write', 'delete'])
  })

  it('IL-8: gives every container a writable layer of its own on one image', () => {
    for (const containers of [1, 2, 3, 4, 5]) {
      const frame = at('IL-8', { containers })
      expect(boxes(frame).filter(({ key }) => /^frame\/[^/]+$/.test(key))).toHaveLength(containers)
      expect(boxes(frame).filter(({ key }) => /\/upper$/.test(key))).toHaveLength(containers)
      expect(keys(frame, 'layer/')).toHaveLength(4)
      expect(textsOf(frame).filter((text) => text === 'changed')).toHaveLength(1)
      expect(textsOf(frame).filter((text) => text === '예시')).toHaveLength(Math.max(0, containers - 2))
    }
  })

  it('IL-9: keeps the writable layer on stop, loses it on rm, and leaves the image alone', () => {
    const { danger } = pictureThemes.light
    const frame = at('IL-9')
    expect(['stop', 'start', 'rm', 'fresh'].map((key) => box(frame, `frame/${key}/upper`).stroke === danger)).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect([20, 24].map((n) => event(layers.events, n).response.upperExists)).toEqual([true, false])
    for (const shown of ['✓ 남아 있다', '✕ 사라졌다', '✓ 그대로']) expect(said(frame)).toContain(shown)
  })

  it.each([1168, 960, 760])('IL-10: plugs what is mounted in past the layers at %i px', (width) => {
    for (const volume of [0, 1, 2, 3]) {
      const frame = at('IL-10', { volume }, width)
      const { x, w, y } = box(frame, 'layer/4')
      const points = arrow(frame, 'cable').points
      points.forEach(([px, py]) => {
        expect(px > x + w || py < y).toBe(true)
      })
      expect(keys(frame, 'store/')).toHaveLength(4)
    }
  })

  it('IL-10: keeps a volume and a folder, loses memory, and takes anonymous volumes along', () => {
    expect(said(at('IL-10'))).toContain('kept')
    expect(said(at('IL-10', { volume: 1 }))).toContain('/srv/site → /www')
    expect(said(at('IL-10', { volume: 2 }))).toContain('total 0')
    expect(said(at('IL-10', { volume: 3 }))).toContain('rm -f -v 뒤 · 볼륨 0개')
    for (const shown of ['바인드 마운트', 'tmpfs (메모리)', '익명 볼륨 2개', 'rm -v에도 남고, volume rm으로 지운다'])
      expect(said(at('IL-10'))).toContain(shown)
  })

  it('IL-11: has the deleted file still in the layer below, and not in the image of several stages', () => {
    const frame = at('IL-11')
    const [secret, whiteout] = [box(frame, 'later/secret'), box(frame, 'later/whiteout')]
    expect(secret.y).toBeGreaterThan(whiteout.y)
    expect(secret.x).toBe(whiteout.x)
    expect(keys(frame, 'layer/')).toHaveLength(3)
    const final = box(frame, 'stage/final')
    const result = box(frame, 'stage/result')
    expect(result.y > final.y && result.y + result.h < final.y + final.h).toBe(true)
    expect(box(frame, 'stage/secret').y + box(frame, 'stage/secret').h).toBeLessThan(final.y)
    expect(textsOf(frame).filter((text) => text === '예시')).toHaveLength(2)
    for (const shown of ['없음', '숨겨질 뿐', '빌드 시크릿', 'two', 'web 25B (virtual 2.07MB)'])
      expect(said(frame)).toContain(shown)
  })
})

describe('a hand on the picture', () => {
  it('IL-1: changes the line that is pressed, and nothing when it is pressed again', () => {
    const { handles } = at('IL-1', { line: 2 })
    expect(['from', 'run', 'copy', 'expose', 'cmd'].map((id) => handles[`line/${id}`])).toEqual([
      undefined,
      { knob: 'line', value: 1 },
      { knob: 'line', value: 3 },
      undefined,
      { knob: 'line', value: 4 },
    ])
  })

  it('IL-10: plugs in the store that is pressed', () => {
    const { handles } = at('IL-10', { volume: 2 })
    expect(['named', 'bind', 'tmpfs', 'anonymous'].map((id) => handles[`store/${id}`])).toEqual([
      { knob: 'volume', value: 0 },
      { knob: 'volume', value: 1 },
      undefined,
      { knob: 'volume', value: 3 },
    ])
  })

  it('IL-11: lifts the sheet on top, and what it hid is seen again', () => {
    const [flat, lifted] = [at('IL-11'), at('IL-11', { cover: 1 })]
    expect([flat, lifted].map(({ handles }) => handles['layer/3'])).toEqual([
      { knob: 'cover', value: 1 },
      { knob: 'cover', value: 0 },
    ])
    expect(box(lifted, 'layer/3').y).toBeLessThan(box(flat, 'layer/3').y)
    expect([flat, lifted].map((frame) => textsOf(frame).filter((text) => text === 'secret.key').length)).toEqual([2, 3])
    expect(said(lifted)).not.toContain('없음')
  })
})

describe('numbers', () => {
  const digests = scene.digests ?? []
  const numbersIn = (value: unknown): number[] => {
    if (typeof value === 'number') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
  }
  const sizes = (n: number): string[] => {
    const three = (v: number): string => Number(v.toPrecision(3)).toString()
    return [`${n.toLocaleString('en')} B`, `${three(n / 1e3)} kB`, `${three(n / 1e6)} MB`]
  }
  const all = JSON.stringify(digests)
  /** What a pull brought: all that the registry answered by digest. */
  const brought = [pull, shared].map(({ events }) =>
    events
      .filter((one) => /\/(?:manifests|blobs)\/sha256:/.test(String(one.request.path)))
      .reduce((sum, one) => sum + Number(one.response.bytes), 0),
  )
  const shown = new Set([
    '0 B',
    ...[...numbersIn(digests), ...brought].flatMap(sizes),
    ...digests.flatMap(({ events }) =>
      events.map(({ t_ms, dur_ms, response }) => `${Math.round(dur_ms ?? Number(response?.['t_ms']) - t_ms)} ms`),
    ),
  ])

  it('all come from a recording', () => {
    for (const { id } of scene.steps) {
      for (const knobs of cornersAt(scene, id)) {
        for (const text of textsOf(at(id, knobs))) {
          for (const [number = '', value = ''] of text.matchAll(/(\d[\d.,]*) ?(?:ms|s|B|kB|MB)\b/g)) {
            const known = shown.has(number) || all.includes(number.replace(' ', '')) || all.includes(`real ${value}`)
            expect([id, text, known]).toEqual([id, text, true])
          }
        }
      }
    }
  })

  it('are never written into the layout', () => {
    const folder = new URL('../../../src/core/scenes/image-layers/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      expect([file, source.match(/sha256:[0-9a-f]|overlay2\/[0-9a-f]|\d ?ms\b/)]).toEqual([file, null])
      if (!/^steps/.test(file)) expect([file, source.match(/\d ?(kB|MB|B)\b/)]).toEqual([file, null])
    }
  })

  it('in the feet are those of the recordings', () => {
    for (const { foot } of scene.steps) {
      for (const lang of langs)
        for (const [version] of foot[lang].matchAll(/\d+\.\d+\.\d+/g)) expect(all).toContain(version)
    }
  })

  it('are tied to events that the step names, in every setting of the knobs', () => {
    for (const { id, events = [] } of scene.steps) {
      expect(events.length).toBeGreaterThan(0)
      for (const ref of events) expect(eventAt(digests, ref).event.summary).not.toBe('')
      for (const knobs of cornersAt(scene, id)) {
        const { links, marks, flights } = at(id, knobs)
        const drawn = new Set([...marks, ...flights].map(({ key }) => key))
        for (const [key, ref] of Object.entries(links))
          expect([id, key, drawn.has(key), events.includes(ref)]).toEqual([id, key, true, true])
      }
    }
  })

  it('name the events of one recording in the order in which they happened', () => {
    for (const { id, events = [] } of scene.steps) {
      const places = new Map<string, number[]>()
      for (const ref of events) {
        const { digest, event: found } = eventAt(digests, ref)
        places.set(digest.of, [...(places.get(digest.of) ?? []), found.t_ms])
      }
      for (const times of places.values()) expect([id, times]).toEqual([id, [...times].sort((a, b) => a - b)])
    }
  })

  it('lie in small digests', () => {
    const folder = new URL('../../../assets/traces/', import.meta.url)
    const bytes = digests.reduce((sum, { of }) => sum + statSync(new URL(`${of}.json`, folder)).size, 0)
    expect(bytes).toBeLessThan(160_000)
  })
})

it('asks before it tells, with one answer among two to four choices', () => {
  const asked = scene.steps.filter(({ predict }) => predict !== undefined)
  expect(asked.map(({ id }) => id)).toEqual(['IL-1', 'IL-5', 'IL-7', 'IL-10'])
  for (const { predict } of asked) {
    expect(predict?.choices[predict.answer]).toBeDefined()
    expect(predict?.choices.length).toBeGreaterThanOrEqual(2)
    expect(predict?.choices.length).toBeLessThanOrEqual(4)
  }
})

it('has a terminal with a recorded command in every step', () => {
  for (const { id } of scene.steps) {
    const terminals = at(id).marks.filter((m) => m.kind === 'terminal')
    expect([id, terminals.length]).toEqual([id, 1])
    expect(terminals[0]?.key && at(id).links[terminals[0].key]).toBeDefined()
  }
})

it('has feet of one line, with the marks of the steps beside them', () => {
  for (const { id, foot } of scene.steps) {
    for (const lang of langs) {
      const width = view(lang).measure(foot[lang], 400, false) * 18
      expect([id, lang, width < 780]).toEqual([id, lang, true])
    }
  }
})
