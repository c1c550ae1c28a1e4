import type { Text } from '../../../contract/deck.ts'
import type { Knob } from '../../diagram/scene.ts'
import { HANDED_OVER } from './system-call.ts'

const none: Text = { ko: '', en: '' }
const toggle = { kind: 'switch', min: 0, max: 1, step: 1, value: 0, unit: none } as const

export const knobs: readonly Knob[] = [
  {
    id: 'apps',
    label: { ko: '앱 수', en: 'Apps' },
    kind: 'range',
    min: 1,
    max: 5,
    step: 1,
    value: 3,
    unit: none,
    steps: ['VC-1', 'VC-2', 'VC-3', 'VC-4', 'VC-5', 'VC-8', 'VC-9'],
  },
  {
    id: 'write',
    label: { ko: '전달된 횟수', en: 'Hops' },
    kind: 'range',
    min: 0,
    max: HANDED_OVER,
    step: 1,
    value: HANDED_OVER,
    unit: none,
    steps: ['VC-5'],
  },
  {
    id: 'guest',
    label: { ko: 'VM 메모리', en: 'VM memory' },
    kind: 'range',
    min: 64,
    max: 256,
    step: 64,
    value: 128,
    unit: { ko: 'MiB', en: 'MiB' },
    steps: ['VC-7'],
  },
  { ...toggle, id: 'limit', label: { ko: '배치에도 한도', en: 'Limit batch too' }, steps: ['VC-7'] },
  { ...toggle, id: 'crash', label: { ko: '커널 멈추기', en: 'Crash the kernel' }, steps: ['VC-8'] },
  {
    id: 'desktop',
    label: { ko: '컴퓨터', en: 'Computer' },
    kind: 'choice',
    min: 0,
    max: 1,
    step: 1,
    value: 0,
    unit: none,
    choices: [
      { value: 0, label: { ko: '맥', en: 'Mac' } },
      { value: 1, label: { ko: '윈도우', en: 'Windows' } },
    ],
    steps: ['VC-9'],
  },
  {
    id: 'need',
    label: { ko: '필요한 것', en: 'Needed' },
    kind: 'choice',
    min: 0,
    max: 3,
    step: 1,
    value: 0,
    unit: none,
    choices: [
      { value: 0, label: { ko: '모두', en: 'All' } },
      { value: 1, label: { ko: '믿는 코드', en: 'Trusted code' } },
      { value: 2, label: { ko: '못 믿는 코드', en: 'Untrusted code' } },
      { value: 3, label: { ko: '다른 커널', en: 'Another kernel' } },
    ],
    steps: ['VC-10'],
  },
]
