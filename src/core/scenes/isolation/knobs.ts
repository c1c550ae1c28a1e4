import type { Text } from '../../../contract/deck.ts'
import type { Knob } from '../../diagram/scene.ts'
import { use } from './recorded.ts'
import { switches } from './switches.ts'

const none: Text = { ko: '', en: '' }

export const knobs: readonly Knob[] = [
  {
    id: 'signal',
    label: { ko: 'PID 1에 보내는 시그널', en: 'Signal to PID 1' },
    kind: 'choice',
    min: 0,
    max: 2,
    step: 1,
    value: 0,
    unit: none,
    choices: [
      { value: 0, label: { ko: '없음', en: 'None' } },
      { value: 1, label: { ko: 'SIGTERM', en: 'SIGTERM' } },
      { value: 2, label: { ko: 'SIGKILL', en: 'SIGKILL' } },
    ],
    steps: ['IS-2'],
  },
  switches,
  {
    id: 'userns',
    label: { ko: '사용자 네임스페이스', en: 'User namespace' },
    kind: 'choice',
    min: 0,
    max: 2,
    step: 1,
    value: 0,
    unit: none,
    choices: [
      { value: 0, label: { ko: '꺼짐 (기본)', en: 'Off (default)' } },
      { value: 1, label: { ko: 'userns-remap', en: 'userns-remap' } },
      { value: 2, label: { ko: '루트리스', en: 'Rootless' } },
    ],
    steps: ['IS-7'],
  },
  {
    id: 'limits',
    label: { ko: '한도', en: 'Limits' },
    kind: 'switch',
    min: 0,
    max: 1,
    step: 1,
    value: 1,
    unit: none,
    steps: ['IS-8'],
  },
  {
    id: 'greedy',
    label: { ko: `${use.memory.asked} MiB를 요청하는 것`, en: `Who asks for ${use.memory.asked} MiB` },
    kind: 'choice',
    min: 0,
    max: 2,
    step: 1,
    value: 1,
    unit: none,
    choices: [
      { value: 0, label: { ko: '없음', en: 'None' } },
      { value: 1, label: { ko: 'exec', en: 'exec' } },
      { value: 2, label: { ko: 'PID 1', en: 'PID 1' } },
    ],
    steps: ['IS-8'],
  },
  {
    id: 'cpus',
    label: { ko: 'CPU 몫', en: 'CPU share' },
    kind: 'choice',
    min: 0,
    max: 1,
    step: 1,
    value: 1,
    unit: none,
    choices: [
      { value: 0, label: { ko: 'CPU 0.25', en: 'CPU 0.25' } },
      { value: 1, label: { ko: '0.5', en: '0.5' } },
    ],
    steps: ['IS-8'],
  },
]
