import type { SlideScene } from '../../contract/deck.ts'
import { nearest } from './nearest.ts'
import type { Report } from './problem-report.ts'
import type { SlideBlock } from './schema.ts'
import type { YamlBlock } from './yaml-block.ts'

/** The ids of the steps of each scene, by the scene's id. */
export type SceneCatalogue = Readonly<Record<string, readonly string[]>>

type Keys = Partial<Pick<SlideBlock, 'diagram' | 'steps' | 'at' | 'predict'>>

/** The scene that a block names and the steps of it that are played, or null; what does not fit is reported. */
export function playedScene(keys: Keys, block: YamlBlock, scenes: SceneCatalogue, report: Report): SlideScene | null {
  const { diagram, steps, at, predict } = keys
  if (diagram === undefined) {
    for (const key of ['steps', 'at', 'predict'] as const) {
      if (keys[key] === undefined || keys[key] === 'list') continue
      report.add(block.keyAt(key), 'misplaced-key', key, {
        ko: '그림을 정하는 `diagram` 키가 필요해요.',
        en: 'It needs a picture, named by `diagram`.',
      })
    }
    return null
  }
  const all = Object.hasOwn(scenes, diagram) ? scenes[diagram] : undefined
  if (all === undefined || all.length === 0) {
    report.add(block.valueAt('diagram'), 'unknown-scene', diagram, nearest(diagram, Object.keys(scenes)))
    return null
  }
  if (at !== undefined && steps !== undefined && steps !== 'list') {
    report.add(block.keyAt('at'), 'misplaced-key', 'at', {
      ko: '`steps`가 이미 단계를 정해요.',
      en: 'The steps are already given by `steps`.',
    })
  }
  const [key, written] = steps !== undefined && steps !== 'list' ? (['steps', steps] as const) : (['at', at] as const)
  const silent = predict === false ? { predicts: false as const } : {}
  if (written === undefined) return { id: diagram, steps: all, ...silent }
  const played = [written].flat().flatMap((item, index) => {
    const place = block.valueAt(key, typeof written === 'string' ? [] : [index])
    const [first = '', last, ...more] = item.split('..')
    if (last === undefined) {
      if (all.includes(item)) return [item]
      report.add(place, 'unknown-scene-step', diagram, item, nearest(item, all))
      return []
    }
    const [from, to] = [all.indexOf(first), all.indexOf(last)]
    if (more.length === 0 && from >= 0 && to >= from) return all.slice(from, to + 1)
    const [least = '', most = ''] = [all[0], all.at(-1)]
    report.add(place, 'steps-out-of-range', item, diagram, least, most)
    return []
  })
  return { id: diagram, steps: played.length > 0 ? played : all, ...silent }
}
