import type { Pen } from '../../diagram/pen.ts'
import type { Acts } from './state.ts'
import type { Grid } from './grid.ts'
import { eventsPanel, type Row } from './events-panel.ts'
import { box, upperDir, upperEntry, web, whiteoutSign } from './recorded.ts'

import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'
import { msText } from '../../words/duration-text.ts'

const start: readonly Row[] = [
  {
    title: 'docker run -d',
    value: msText(web.run.ms, 0),
    detail: [web.run.lines.join('')],
    mono: true,
    ref: web.run.ref,
  },
  {
    title: 'lowerdir',
    detail: [
      t(`-init + 이미지 레이어 ${web.lower.count - 1}장`, `-init + ${web.lower.count - 1} image layers`),
      t(`-init + ${web.lower.count - 1}장`, `-init + ${web.lower.count - 1} layers`),
    ],
    ref: web.lower.ref,
  },
  { title: 'upperdir', detail: [`${upperDir}/diff`, upperDir], mono: true, ref: web.mount.ref },
  {
    title: t('upperdir, 시작 직후', 'upperdir, just started'),
    detail: [t(`[ ] 든 것 ${web.upperBefore.count}개`, `[ ] ${web.upperBefore.count} entries`)],
    now: true,
    ref: web.upperBefore.ref,
  },
]

function changed(): Row[] {
  return [
    {
      title: t('index.html 고치기', 'change index.html'),
      value: msText(web.change.ms, 0),
      detail: ['echo changed >> …'],
      mono: true,
      signs: [1, 2],
      ref: web.change.ref,
    },
  ]
}

function wrote({ write, deleted }: Acts): readonly Row[] {
  const page = upperEntry('/www/index.html')
  const removed: Row = {
    title: t('app.conf 지우기', 'delete app.conf'),
    value: msText(web.remove.ms, 0),
    detail: ['rm /etc/app.conf'],
    mono: true,
    signs: [write === 'none' ? 1 : write === 'create' ? 2 : 3],
    ref: web.remove.ref,
  }
  const made: readonly Row[] =
    write === 'change'
      ? changed()
      : write === 'create'
        ? [
            {
              title: t('new.html 만들기', 'make new.html'),
              value: msText(web.create.ms, 0),
              detail: ['echo new > …'],
              mono: true,
              signs: [1],
              ref: web.create.ref,
            },
          ]
        : []
  const held = [
    ...(write === 'change' ? [`index.html ${sizeText(page.bytes)}`] : []),
    ...(write === 'create' ? [`new.html ${sizeText(upperEntry('/www/new.html').bytes)}`] : []),
    ...(deleted ? [`app.conf c ${whiteoutSign}`] : []),
  ]
  const lines: Row[] = [...made, ...(deleted ? [removed] : [])]
  if (held.length)
    lines.push({
      title: 'upperdir',
      detail: [held.join(' · '), held[0] ?? ''],
      mono: true,
      ref: web.upperAfter.ref,
    })
  const untouched = write === 'none' && !deleted
  if (untouched)
    lines.push({
      title: 'upperdir',
      detail: [`${web.both.upper[1] ?? ''}/diff`, web.both.upper[1] ?? ''],
      mono: true,
      ref: web.both.ref,
    })
  lines.push({
    title: untouched
      ? t(`${web.second.name}에서 읽기만`, `only read, in ${web.second.name}`)
      : t('레이어 3은 그대로', 'layer 3 as it was'),
    detail: [`cat index.html → ${web.below.lines.join('')}`, web.below.lines.join('')],
    mono: true,
    now: true,
    ref: untouched ? web.untouched.ref : web.below.ref,
  })
  return lines
}

function grew({ deleted }: Acts): readonly Row[] {
  return [
    {
      title: t('1바이트 고치기', 'change 1 byte'),
      value: `${box.seconds(box.first)} s`,
      detail: ['dd of=/srv/big.bin', 'dd big.bin'],
      mono: true,
      signs: [1, 2],
      ref: box.first.ref,
    },
    {
      title: t('한 번 더 고치면', 'the same again'),
      value: `${box.seconds(box.second)} s`,
      detail: [t('복사본이 이미 위에 있다', 'the copy is there already'), t('복사본이 있다', 'copied already')],
      ref: box.second.ref,
    },
    ...(deleted
      ? [
          {
            title: t('b.txt 지우기', 'delete b.txt'),
            value: msText(box.remove.ms, 0),
            signs: [3],
            ref: box.remove.ref,
          },
        ]
      : []),
    {
      title: t('쓰기 레이어가 커졌다', 'the writable layer grew'),
      detail: [box.size.lines[0] ?? '', `box ${box.grown} MB`],
      mono: true,
      now: true,
      ref: box.size.ref,
    },
  ]
}

/** The record of IL-6 (`null`) or of what was done in IL-7. */
export function containerEvents(pen: Pen, grid: Grid, acts: Acts | null): void {
  if (!acts) {
    eventsPanel(pen, grid, [{ head: t('기록 · 컨테이너 web', 'Recorded: container web'), rows: start }], {
      label: t('덧붙임', 'By the way'),
      words: t(
        '-init에는 /etc/hosts처럼\n컨테이너마다 다른 파일이 든다.',
        'The -init layer holds files such\nas /etc/hosts of this container.',
      ),
    })
    return
  }
  if (acts.write === 'large') {
    eventsPanel(pen, grid, [{ head: t('기록 · 컨테이너 box', 'Recorded: container box'), rows: grew(acts) }], {
      label: t('조건', 'Caveat'),
      words: t(
        '다른 이미지 cow, 레이어 3장.\nDocker 26.1.5에서 기록했다.',
        'Another image, cow: 3 layers.\nRecorded with Docker 26.1.5.',
      ),
    })
    return
  }
  eventsPanel(pen, grid, [{ head: t('기록 · docker exec web', 'Recorded: docker exec web'), rows: wrote(acts) }])
}
