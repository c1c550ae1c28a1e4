import type { Text } from '../../contract/deck.ts'
import { t } from '../../core/words/t.ts'
import type { NumberRange } from './command-usage.ts'

/** Thrown where a command was called in a way that makes no sense; it is told with how the command is called. */
export class WrongUsage extends Error {
  readonly said: Text
  constructor(said: Text) {
    super(said.en)
    this.name = 'WrongUsage'
    this.said = said
  }
}

export const wrongUsage = {
  unknownOption: (flag: string) => new WrongUsage(t(`없는 옵션이에요: ${flag}`, `There is no option ${flag}.`)),
  needsValue: (flag: string, value: Text) =>
    new WrongUsage(t(`${flag}에는 값이 필요해요: ${value.ko}`, `${flag} needs a value: ${value.en}`)),
  takesNoValue: (flag: string) => new WrongUsage(t(`${flag}에는 값을 줄 수 없어요.`, `${flag} takes no value.`)),
  notOneOf: (flag: string, choices: readonly string[], given: string) =>
    new WrongUsage(
      t(
        `${flag}에 쓸 수 없는 값이에요: "${given}". ${choices.join(', ')} 가운데에서 골라 주세요.`,
        `${flag} cannot be "${given}"; it is one of ${choices.join(', ')}.`,
      ),
    ),
  noNumber: (flag: string, given: string, { least, most }: NumberRange) =>
    new WrongUsage(
      t(
        `${flag}에 쓸 수 없는 값이에요: "${given}". ${least}부터 ${most}까지의 정수를 적어 주세요.`,
        `${flag} cannot be "${given}"; it is a whole number from ${least} to ${most}.`,
      ),
    ),
  tooMany: (given: string) => new WrongUsage(t(`남는 인수예요: "${given}"`, `There is no use for "${given}".`)),
  missing: (what: Text) => new WrongUsage(t(`빠진 것이 있어요: ${what.ko}`, `This is missing: ${what.en}`)),
  notTogether: (one: string, other: string) =>
    new WrongUsage(t(`함께 쓸 수 없어요: ${one}, ${other}`, `${one} and ${other} do not go together.`)),
}
