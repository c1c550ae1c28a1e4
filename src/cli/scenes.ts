import { scenes } from '../core/scenes/index.ts'
import { inlinePlain } from '../core/diagram/inline.ts'
import type { Text } from '../contract/deck.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { usages } from './usages.ts'
import { print } from '../services/terminal/print.ts'

const plain = ({ ko, en }: Text): Text => ({ ko: inlinePlain(ko), en: inlinePlain(en) })

/**
 * `lectern scenes [--json]`: the pictures, their steps, what they ask, the recorded events that they show, their knobs.
 * @returns the exit code: 0. Throws a `WrongUsage`.
 */
export function scenesCommand(args: readonly string[]): Promise<number> {
  const { json } = givenArguments(usages.scenes, args).values
  if (json) {
    const all = scenes.map(({ id, title, steps, knobs }) => ({
      id,
      title,
      steps: steps.map(({ id: step, title: heading, caption, predict, events = [] }) => ({
        id: step,
        title: plain(heading),
        caption: plain(caption),
        ...(predict ? { predict } : {}),
        events,
      })),
      knobs,
    }))
    print(JSON.stringify(all, null, 2))
  } else {
    const lang = systemLang()
    for (const { id, title, steps } of scenes) {
      print(`${id}  ${title[lang]}`)
      for (const step of steps) print(`  ${step.id.padEnd(6)} ${inlinePlain(step.title[lang])}`)
    }
  }
  return Promise.resolve(0)
}
