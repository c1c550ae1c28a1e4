import type { Text } from '../../../contract/deck.ts'
import type { Knob } from '../../diagram/scene.ts'
import { runMs } from './recorded.ts'

const none: Text = { ko: '', en: '' }
const choice = { kind: 'choice', min: 0, step: 1, unit: none } as const
/** The steps that are the same with Docker Desktop but for where they happen; how EF-12 ends is up to systemd. */
const anywhere = Array.from({ length: 11 }, (_, i) => `EF-${i + 1}`)

/** Whether dockerd runs with live-restore in EF-12; by default it does not, but it did where EF-12 was recorded. */
export const RESTORE = { off: 0, on: 1 } as const

/** What is stopped in EF-12, as its knob counts it. */
export const STOP = { nothing: 0, dockerd: 1, both: 2, container: 3, service: 4 } as const

export const knobs: readonly Knob[] = [
  {
    ...choice,
    id: 'desktop',
    label: { ko: '도커를 쓰는 곳', en: 'Docker runs on' },
    max: 1,
    value: 0,
    choices: [
      { value: 0, label: { ko: '리눅스', en: 'Linux' } },
      { value: 1, label: { ko: '도커 데스크톱', en: 'Docker Desktop' } },
    ],
    steps: anywhere,
  },
  {
    ...choice,
    id: 'image',
    label: { ko: '이미지', en: 'Image' },
    max: 1,
    value: 0,
    choices: [
      { value: 0, label: { ko: '로컬에 없음', en: 'Not local' } },
      { value: 1, label: { ko: '로컬에 있음', en: 'Local' } },
    ],
    steps: ['EF-3', 'EF-4'],
  },
  {
    ...choice,
    id: 'stop',
    label: { ko: '멈추기', en: 'Stop' },
    max: 4,
    value: STOP.dockerd,
    choices: [
      { value: STOP.nothing, label: { ko: '아무것도 안 멈춤', en: 'Nothing' } },
      { value: STOP.dockerd, label: { ko: 'dockerd 강제 종료', en: 'Kill dockerd' } },
      { value: STOP.both, label: { ko: 'containerd까지', en: 'Kill containerd too' } },
      { value: STOP.container, label: { ko: 'docker stop web', en: 'docker stop web' } },
      { value: STOP.service, label: { ko: '데몬 정상 종료', en: 'Stop the service' } },
    ],
    steps: ['EF-12'],
  },
  {
    id: 'restore',
    label: { ko: 'live-restore', en: 'live-restore' },
    kind: 'switch',
    min: RESTORE.off,
    max: RESTORE.on,
    step: 1,
    value: RESTORE.off,
    unit: none,
    steps: ['EF-12'],
  },
  {
    id: 'moment',
    label: { ko: '시점', en: 'Moment' },
    kind: 'range',
    min: 0,
    max: runMs,
    step: 1,
    value: runMs,
    unit: { ko: 'ms', en: 'ms' },
    steps: ['EF-14'],
  },
]
