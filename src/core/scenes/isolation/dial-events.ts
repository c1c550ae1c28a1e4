import type { Pen } from '../../diagram/pen.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Load } from './dial-list.ts'
import type { Grid } from './grid.ts'
import { EventsPanel } from './events-panel.ts'

import { use, web } from './recorded.ts'
import { t } from '../../words/t.ts'

/** What stood in the files of the cgroup. */
function fileEntries(panel: EventsPanel, files: Readonly<Record<string, { ref: EventRef; value: string }>>): void {
  const entries = Object.entries(files).map(([mark, { value, ref }]) => ({ mark, words: value, ref }))
  panel.entries('file', entries, 88)
}

/** What was recorded about the limits and about whoever met them. */
export function dialEvents(pen: Pen, grid: Grid, { limits, greedy, quarter }: Load): void {
  const { cpu, memory, pids } = use
  if (!limits) {
    const panel = new EventsPanel(pen, grid, t('기록 · 한도 없는 컨테이너', 'Recorded · a container without limits'))
    fileEntries(panel, { 'cpu.max': cpu.unlimited, 'memory.max': memory.unlimited, 'pids.max': pids.unlimited })
    panel.note(t('막대의 끝은 한도를 건 기록에서 원한 양', 'The bars end at what was wanted'))
    return
  }
  const panel = new EventsPanel(pen, grid, t('기록 · 한도를 건 web', 'Recorded · web with limits'))
  const cpuFile = quarter ? cpu.quarter.file : cpu.file
  fileEntries(panel, { 'cpu.max': cpuFile, 'memory.max': memory.file, 'pids.max': pids.file })
  if (greedy === 'nobody') {
    panel.session({ about: t(`프로세스를 ${pids.asked}개 더`, `${pids.asked} more processes`), ...pids.forks })
    return
  }
  const asked = greedy === 'other' ? memory.other : memory.first
  const state = greedy === 'other' ? memory.otherState : memory.firstState
  panel.session({
    about:
      greedy === 'other'
        ? t('dd만 죽고 httpd는 산다', `dd dies, ${web.program} lives on`)
        : t('PID 1이 죽으면 컨테이너도 끝', 'PID 1 dies, and so does web'),
    command: asked.command,
    lines: memory.log[greedy],
    ref: asked.ref,
  })
  panel.session({
    about: t('그 뒤의 상태', 'Its state afterwards'),
    command: 'docker inspect … web',
    lines: state.lines,
    ref: state.ref,
  })
}
