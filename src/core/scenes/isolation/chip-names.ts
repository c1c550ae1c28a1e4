import type { Text } from '../../../contract/deck.ts'
import { t } from '../../words/t.ts'
import type { NamespaceId } from './recorded.ts'

/** What people call the eight namespaces. */
export const chipNames: Readonly<Record<NamespaceId, string | Text>> = {
  pid: 'PID',
  mnt: t('마운트', 'Mount'),
  net: t('네트워크', 'Network'),
  uts: 'UTS',
  ipc: 'IPC',
  cgroup: 'cgroup',
  time: t('시간', 'Time'),
  user: t('사용자', 'User'),
}
