import type { Knob } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'
import { chipNames } from './chip-names.ts'
import { namespaceIds, type NamespaceId } from './recorded.ts'

/** Every namespace is a bit of one knob, in the order of the chips. */
export const bitOf = (id: NamespaceId): number => 2 ** namespaceIds.indexOf(id)

/** The namespaces that a value of the knob switches on. */
export const switchedOn = (value: number): NamespaceId[] => namespaceIds.filter((id) => (value & bitOf(id)) > 0)

const everyone = 2 ** namespaceIds.length - 1

/** Eight switches; as containers are by default, that of users is off. */
export const switches: Knob = {
  id: 'own',
  label: t('네임스페이스', 'Namespaces'),
  kind: 'set',
  min: 0,
  max: everyone,
  step: 1,
  value: everyone - bitOf('user'),
  unit: t('', ''),
  choices: namespaceIds.map((id) => {
    const name = chipNames[id]
    return { value: bitOf(id), label: typeof name === 'string' ? t(name, name) : name }
  }),
  steps: ['IS-6'],
}
